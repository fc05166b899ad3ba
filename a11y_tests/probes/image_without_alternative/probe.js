// Background images, inline SVG and canvas that may say something which no text says (F3).
cc => {
  const found = [];
  const isNamed = element => !!cc.squeeze(cc.name(element)) || !!cc.squeeze(cc.description(element));
  const inNamedControl = element => { const up = cc.closest(element, "a[href],button,[role=button],[role=link],[role=img],figure,summary,label"); return up && cc.hasLetters(`${cc.name(up)} ${up.localName === "figure" ? cc.text(up) : ""}`); };
  const wordsIn = code => {
    try {
      const picture = new DOMParser().parseFromString(code, "image/svg+xml");
      return cc.squeeze([...picture.querySelectorAll("text")].map(text => text.textContent).join(" "));
    } catch { return ""; }
  };
  const dataOf = url => {
    const parts = url.match(/^data:image\/svg\+xml([^,]*),(.*)$/s);
    try { return parts ? (/base64/.test(parts[1]) ? atob(parts[2]) : decodeURIComponent(parts[2])) : ""; } catch { return ""; }
  };
  const pageWords = cc.once(() => ` ${cc.plain(document.body?.innerText ?? "")} `);
  const isSaid = (words, element) => ` ${cc.plain(`${cc.name(element)} ${cc.description(element)}`)} `.includes(` ${cc.plain(words)} `) || pageWords().includes(` ${cc.plain(words)} `);
  const isHidden = element => cc.closest(element, "[aria-hidden=true]");
  const MEANING = /(^|[\s\/_-])(logo|chart|graph|diagram|map|infographic|warning|error|success|status|rating|stars?|flag|price|sale|offer|new|sold|photo|portrait|text|title|headline|heading)/i;

  for (const element of cc.elements) {
    if (element.localName === "svg" || element.localName === "canvas") {
      if (!cc.seen(element) || isHidden(element) || cc.parent(element)?.closest("svg")) continue;
      const box = cc.rect(element);
      if (isNamed(element) || inNamedControl(element)) continue;
      const hasText = element.localName === "svg" ? !!element.querySelector("text,title,foreignObject") : cc.hasLetters(element.textContent) || element.children.length > 0;
      if (element.getAttribute("role") === "img" || hasText || /^(none|presentation)$/.test(element.getAttribute("role") ?? "")) continue;
      if (box.width >= 48 && box.height >= 48) {
        found.push(cc.found(element, `Does this ${element.localName === "svg" ? "drawing (svg)" : "canvas"} tell anything? It has no alternative.`, { level: "review" }));
      }
      continue;
    }
  }
  const drawn = [...cc.elements.filter(element => !/^(html|body|head|script|style|option|br|title|meta|link)$/.test(element.localName)).map(element => ({ element, pseudo: "" })), ...cc.pseudoElements()];
  {
    for (const { element, pseudo } of drawn) {
      const style = cc.style(element, pseudo);
      if (style.backgroundImage === "none" && !(pseudo && style.content.includes("url("))) continue;
      const urls = [...`${style.backgroundImage} ${pseudo ? style.content : ""}`.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)].map(match => match[1].replace(/\\(.)/g, "$1"));
      if (!urls.length || !cc.seen(element) || isHidden(element)) continue;
      const words = wordsIn(dataOf(urls[0]));
      if (cc.hasLetters(words) && cc.words(words).join("").length >= 3) {
        if (!isSaid(words, element)) found.push(cc.found(element, `the words ${cc.quoted(words, 40)} are only in a background image: they have no text alternative`, { act: [] }));
        continue;
      }
      const box = cc.rect(element);
      if (pseudo || cc.hasLetters(cc.text(element)) || isNamed(element) || inNamedControl(element) || cc.isInteractiveRole(cc.role(element)) || element.querySelector("img,svg,input,canvas,video")) continue;
      const file = urls[0].startsWith("data:") ? "" : urls[0].split("/").at(-1);
      const label = `${element.id} ${element.getAttribute("class") ?? ""} ${file}`;
      // Alone where it stands, and its own file name says that it means something.
      const means = file.toLowerCase().match(/(?:^|[_-])(warning|error|success|danger|alert|required|sold-?out|sale|offer|rating|stars?|chart|graph|diagram|infographic|online|offline|status|map)(?=[_.-]|\d|$)/)?.[1];
      const block = cc.block(cc.blockOf(element)), near = cc.parent(element);
      if (means && box.width >= 12 && box.height >= 12 && box.width < 1000 && !block && !cc.plain(near ? cc.visibleText(near) : "").includes(means) && !isSaid(means, element)) {
        found.push(cc.found(element, `the background image ${cc.quoted(file)} tells something (“${means}”) and has no text alternative`, { act: [] }));
        continue;
      }
      if (box.width >= 16 && box.height >= 16 && box.width < 1000 && (MEANING.test(label) || box.width >= 120 && box.height >= 80)) {
        found.push(cc.found(element, "Does this background image tell anything? It has no text alternative.", { level: "review", act: [] }));
      }
    }
  }
  return found;
}
