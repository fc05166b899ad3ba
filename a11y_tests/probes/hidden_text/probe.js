// Visible words inside aria-hidden="true" that stand nowhere else on the page.
cc => {
  const roots = cc.all("[aria-hidden=true]").filter(element => cc.seen(element) && !element.parentElement?.closest("[aria-hidden=true]") && !cc.closest(element, "svg,canvas,[role=img]"));
  if (!roots.length) return [];
  const isHidden = element => !!cc.closest(element, "[aria-hidden=true]");
  const said = cc.once(() => ` ${cc.plain(cc.blocks().flatMap(block => block.parts.filter(part => !isHidden(part.element)).map(part => part.text)).join(" "))} ` +
    cc.elements.map(element => `${cc.plain(cc.name(element))} ${cc.plain(cc.description(element))}`).filter(text => text.length > 1).join(" | ") + " " +
    // Words for screen readers only.
    cc.plain(cc.elements.filter(element => !isHidden(element) && cc.isRendered(element) && !cc.seen(element)).map(cc.ownText).join(" ")));
  return roots.flatMap(root => {
    const text = cc.visibleText(root, part => part.matches("svg,canvas,code,pre") || /icon|symbol|awesome|glyph|material/i.test(cc.style(part).fontFamily));
    const words = cc.words(text).filter(word => /\p{L}{2,}/u.test(word));
    if (words.length < 3) return [];
    const plain = cc.plain(text), start = plain.split(" ").slice(0, 8).join(" ");
    if (said().includes(start) || root.matches("[class*=placeholder],[class*=ghost],[class*=mirror],[class*=measure],[class*=cm-],[class*=clone]")) return [];
    const control = cc.closest(root, "a[href],button,[role=button],[role=link],label,summary,[role=tab]");
    if (control && cc.name(control)) return [];
    // A modal dialog that is open hides the page behind it.
    if (cc.all("dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]").some(dialog => cc.seen(dialog) && !cc.contains(root, dialog))) return [];
    const pieces = plain.split(" ");
    const unsaid = pieces.filter(word => word.length > 3 && !said().includes(` ${word} `)).length;
    const holds = root.matches("h1,h2,h3,h4,h5,h6,main,p,table,form,fieldset") || !!root.querySelector("h1,h2,h3,h4,h5,h6,p,table,li");
    const message = `visible text ${cc.quoted(text, 50)} is hidden from screen readers (aria-hidden)`;
    return [words.length >= 8 && holds && unsaid >= 2 ? cc.found(root, message) : cc.found(root, `${message}; is it said elsewhere?`, { level: "review" })];
  });
}
