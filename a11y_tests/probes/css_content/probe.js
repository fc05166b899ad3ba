// Words that only ::before or ::after holds (F87).
cc => {
  const found = [];
  const textOf = box => {
    const texts = [], walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement?.matches("style,script,template")) texts.push(walker.currentNode.data);
    return texts.join(" ");
  };
  for (const { element, pseudo } of cc.pseudoElements()) {
    if (/^(html|head|script|style|title|option|br|meta|link)$/.test(element.localName)) continue;
    const style = cc.style(element, pseudo);
    if (!style.content.includes('"') || style.content.includes("url(")) continue;
    // "a" / "b": the second is the alternative; counters and attributes are already resolved or not words.
    const [shown] = style.content.split(/"\s*\/\s*"/);
    const text = cc.squeeze([...shown.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(match => match[1].replace(/\\(.)/g, "$1")).join(" "));
    const letters = text.match(/\p{L}/gu)?.filter(letter => !/[\ue000-\uf8ff]/.test(letter)).length ?? 0;
    if (letters < 3 || style.display === "none" || style.visibility === "hidden" || +style.opacity === 0) continue;
    if (!cc.seen(element) || cc.closest(element, "[aria-hidden=true]") || cc.isCode(element)) continue;
    if (/icon|symbol|awesome|glyph|material/i.test(style.fontFamily)) continue;   // a ligature: drawn as a picture
    if (parseFloat(style.fontSize) === 0 || parseFloat(style.width) === 0 && style.overflow === "hidden" || Math.abs(parseFloat(style.textIndent)) > 500) continue;
    const box = cc.closest(element, "table,figure,dl,form,section,article,li") ?? cc.parent(element) ?? element;
    const around = ` ${cc.plain(`${textOf(box)} ${cc.name(element).replace(text, " ")} ${[...element.attributes].filter(a => /^(aria-label|title|alt)$/.test(a.name)).map(a => a.value).join(" ")}`)} `;
    if (around.includes(` ${cc.plain(text)} `)) continue;
    const words = cc.words(text).filter(word => cc.hasLetters(word)).length;
    const message = `the words ${cc.quoted(text)} are inserted by the stylesheet only (${pseudo})`;
    found.push(words >= 2 ? cc.found(element, message) : cc.found(element, `${message}; does one need them?`, { level: "review" }));
  }
  return found;
}
