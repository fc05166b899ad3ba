// Words in quotation marks, set off from the text by indent, rule or slant, outside blockquote and q.
cc => {
  const QUOTED = /^["“„«‘»「『].{25,}["”“»’«」』][.,]?(\s*[-–—~]\s*\S.{1,80})?$/s;
  const SOURCE = /^(\(?[-–—~]\s*\p{L}.{1,90}|by \p{Lu}.{1,60})$/su;
  const CLASS = /(^|[-_\s])(block-?quote|pull-?quote|quote|quotation|testimonial)([-_\s]|$)/i;
  const isQuoteMarkup = element => cc.closest(element, "blockquote,q,[role=blockquote]") || element.querySelector("q,blockquote") || cc.role(element) === "blockquote";
  const blocks = cc.blocks(), found = [];
  const indentOf = element => cc.rect(element).left + parseFloat(cc.style(element).paddingLeft);
  const isSetOff = (block, i) => {
    const element = block.element;
    const isSlanted = block.parts.every(part => cc.looks(part.element).isItalic) && !cc.looks(document.body).isItalic;
    const rule = [element, cc.parent(element)].some(box => box && box !== document.body &&
      ["Left", "Right"].some(side => parseFloat(cc.style(box)[`border${side}Width`]) >= 2 && cc.style(box)[`border${side}Style`] !== "none") && parseFloat(cc.style(box).borderTopWidth) < 2);
    const neighbour = [blocks[i - 1], blocks[i + 1], blocks[i + 2]].find(other => other && other.element.localName === "p" && cc.words(other.text).length > 8);
    const isIndented = neighbour && !cc.inside(element, "li,dd") && indentOf(element) - indentOf(neighbour.element) >= 24 && cc.style(element).textAlign !== "center";
    return isSlanted || rule || isIndented;
  };
  blocks.forEach((block, i) => {
    const element = block.element;
    if (isQuoteMarkup(element) || cc.isHeading(element) || cc.closest(element, "h1,h2,h3,h4,h5,h6,pre,code,label,button,a,th,legend,nav,dt")) return;
    const words = cc.words(block.text).length;
    if (words < 8) return;
    const hasClass = [element, cc.parent(element)].some(box => box && CLASS.test(box.getAttribute("class") ?? ""));
    // One pair of marks around the whole, not a quoted word at its start.
    const closer = { "„": /[“”]/, "“": /[”"]/, '"': /["”]/, "«": /»/, "»": /«/, "「": /」/, "『": /』/ }[block.text[0]] ?? /["”»]/;
    const closing = block.text.slice(1).search(closer);
    const hasMarks = QUOTED.test(block.text) && closing >= 25 && !element.querySelector("code,kbd,samp");
    if (!hasMarks && !hasClass || !isSetOff(block, i)) return;
    const hasSource = /["”“»’」』]\s*[-–—~]\s*\p{L}/u.test(block.text) || SOURCE.test(blocks[i + 1]?.text ?? "");
    const message = `${cc.quoted(block.text, 50)} looks like a quotation but is not marked up as one (blockquote)`;
    found.push(hasMarks && (hasSource || hasClass) ? cc.found(element, message) : cc.found(element, `${message}; are these somebody else's words?`, { level: "review" }));
  });
  for (const element of cc.all("blockquote")) {
    if (!cc.seen(element)) continue;
    const isWidgetOrOutline = element.querySelector("h1,h2,h3,h4,h5,h6,form,table,nav,button,input,img") && !element.querySelector("cite,q,footer") && !element.hasAttribute("cite");
    if (isWidgetOrOutline && !/alert|admonition|note|callout|warning|info/i.test(element.innerHTML.slice(0, 300)) && !/["“”„«»]/.test(element.textContent)) {
      found.push(cc.found(element, "Is this block a quotation? If blockquote only indents it, use CSS.", { level: "review" }));
    }
  }
  return found;
}
