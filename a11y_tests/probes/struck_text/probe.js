// A price with a line through it by styles alone, beside another price, and no word that says which one holds (F2).
cc => {
  const MONEY = /(?:[£$€¥₹]|\b(?:EUR|USD|GBP|CHF|kr|zł|Kč|Fr\.?)\s?)\s?\d|\d[\d.,\s]*\s?(?:[£$€¥₹]|(?:EUR|USD|GBP|CHF|kr|zł|Kč|Fr)\b)/;
  const WORDS = /\b(was|were|now|old|new|before|previous|previously|formerly|original|originally|regular|rrp|list price|instead of|reduced|sale|save|discount|offer|from|statt|vorher|bisher|jetzt|nur|uvp|alt|neu|avant|ancien|prix|maintenant|au lieu|antes|ahora|precio|prima|ora|invece)\b/i;
  const found = [], known = new Set();
  for (const block of cc.blocks()) for (const part of block.parts) {
    const element = part.element;
    if (!MONEY.test(part.text) || part.text.length > 30) continue;
    const line = [element, ...cc.ancestors(element)].slice(0, 4).find(up => cc.style(up).textDecorationLine.includes("line-through"));
    if (!line || known.has(line) || cc.closest(element, "del,s,strike,[role=deletion]")) continue;
    const box = cc.parent(line) === block.element || cc.contains(block.element, line) ? block.element : cc.parent(line);
    const holder = MONEY.test(cc.text(box).replace(part.text, " ")) ? box : cc.parent(box);
    if (!holder || holder === document.body || holder.matches("main,section,table,ul,ol")) continue;
    const all = [...holder.querySelectorAll("*")].map(each => `${each.getAttribute("aria-label") ?? ""} ${each.title ?? ""}`).join(" ");
    const words = `${holder.textContent} ${all} ${holder.getAttribute("aria-label") ?? ""}`;
    const prices = holder.textContent.split(MONEY).length - 1;
    if (prices !== 2 || words.length > 160 || WORDS.test(words)) continue;
    known.add(line);
    found.push(cc.found(line, `only a line through it tells that the price ${cc.quoted(part.text, 30)} no longer holds`));
  }
  return found;
}
