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

  // Drawn upon, in the flow of the page, with nothing beside it that may say the same.
  const isPicture = (canvas, box) => {
    const style = cc.style(canvas);
    if (box.width < 100 || box.height < 60 || box.width > innerWidth * 0.9 && box.height > innerHeight * 0.7 || /absolute|fixed/.test(style.position) || style.pointerEvents === "none") return false;
    if (cc.ancestors(canvas).some(up => /absolute|fixed/.test(cc.style(up).position)) || cc.closest(canvas, "figure,[role],[aria-label],[aria-describedby],details")) return false;
    const near = [canvas.nextElementSibling, canvas.previousElementSibling, cc.parent(canvas)?.nextElementSibling].filter(Boolean);
    if (near.some(each => each.matches("table,details,dl,ul,ol,figcaption,p,a,canvas") || each.querySelector?.("table,details"))) return false;
    if (cc.handlers(canvas, "click", "mousedown", "pointerdown", "mousemove", "touchstart").length) return false;
    try {
      const copy = document.createElement("canvas");
      copy.width = 40; copy.height = 30;
      const context = copy.getContext("2d", { willReadFrequently: true });
      context.drawImage(canvas, 0, 0, 40, 30);
      const { data } = context.getImageData(0, 0, 40, 30), shades = new Set();
      for (let i = 0; i < data.length; i += 4) shades.add(data[i + 3] < 20 ? "" : `${data[i] >> 5} ${data[i + 1] >> 5} ${data[i + 2] >> 5}`);
      return shades.size >= 2;
    } catch { return false; }
  };
  for (const element of cc.elements) {
    if (element.localName === "svg" || element.localName === "canvas") {
      if (!cc.seen(element) || isHidden(element) || cc.parent(element)?.closest("svg")) continue;
      const box = cc.rect(element);
      if (isNamed(element) || inNamedControl(element)) continue;
      const hasText = element.localName === "svg" ? !!element.querySelector("text,title,foreignObject") : cc.hasLetters(element.textContent) || element.children.length > 0;
      if (element.getAttribute("role") === "img" || hasText || /^(none|presentation)$/.test(element.getAttribute("role") ?? "")) continue;
      if (element.localName === "canvas" && isPicture(element, box)) {
        found.push(cc.found(element, "a picture that a script draws (canvas) has no text alternative"));
      } else if (box.width >= 48 && box.height >= 48) {
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
      // The only thing in a cell of data, whose column says words in other rows.
      const cell = cc.closest(element, "td"), table = cell && cell.closest("table");
      if (table?.querySelector("th") && box.width >= 8 && box.height >= 8 && box.width <= 120 && !cc.squeeze(cell.textContent) && ![cell, ...cell.querySelectorAll("*")].some(isNamed) &&
          !cell.querySelector("img,svg,input,button,a,canvas,[aria-label],[title]") && element !== cell) {
        const grid = cc.grid(table), entry = grid.entries.get(cell);
        const others = entry ? grid.slots.map(row => row[entry.column]).filter(slot => slot && slot !== entry && !slot.isHeader) : [];
        // Or several rows have one of several pictures, and no words either.
        const look = part => [cc.style(part).backgroundImage, cc.style(part).backgroundPosition, cc.style(part).backgroundColor].join();
        const picture = slot => [...slot.cell.querySelectorAll("*")].find(part => !part.children.length && cc.style(part).backgroundImage.includes("url("));
        const same = others.filter(slot => !cc.squeeze(slot.cell.textContent) && picture(slot) && ![slot.cell, ...slot.cell.querySelectorAll("*")].some(isNamed));
        const isOneOfSeveral = same.length > 0 && same.some(slot => look(picture(slot)) !== look(element));
        if (isOneOfSeveral || others.some(slot => cc.hasLetters(cc.visibleText(slot.cell)))) {
          found.push(cc.found(element, `a cell of the table is empty but for a background image, where other rows have ${isOneOfSeveral ? "another image" : "words"}: it has no text alternative`, { act: [] }));
          continue;
        }
      }
      const block = cc.block(cc.blockOf(element)), near = cc.parent(element);
      if (means && box.width >= 12 && box.height >= 12 && box.width < 1000 && !block && !cc.plain(near ? cc.visibleText(near) : "").includes(means) && !isSaid(means, element)) {
        found.push(cc.found(element, `the background image ${cc.quoted(file)} tells something (“${means}”) and has no text alternative`, { act: [] }));
        continue;
      }
      if (box.width >= 16 && box.height >= 16 && box.width < 1000) {
        const isAsked = MEANING.test(label) || box.width >= 120 && box.height >= 80;
        // Shown as it is, alone in an empty box: probe.py looks whether it is a picture of words.
        const isWhole = !file.startsWith("data:") && box.width >= 60 && box.height >= 16 && !cc.closest(element, "header,footer,[role=banner],a,button") && !element.children.length &&
          !/repeat-x|repeat-y|^repeat$/.test(style.backgroundRepeat);
        if (isAsked || isWhole) found.push(cc.found(element, "Does this background image tell anything? It has no text alternative.", { level: "review", act: [], isAsked, picture: isWhole ? urls[0] : "" }));
      }
    }
  }
  return found;
}
