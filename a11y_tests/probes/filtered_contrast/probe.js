// Text under a filter or a blend that changes its colours: axe-core reads the colours as they are written.
cc => {
  const CHANGES = /opacity|brightness|contrast|invert|grayscale|sepia|saturate|hue-rotate|url\(/;
  const needed = style => { const size = parseFloat(style.fontSize); return size >= 24 || size >= 18.66 && +style.fontWeight >= 700 ? 3 : 4.5; };
  const changers = new Set(cc.elements.filter(element => { const style = cc.style(element); return CHANGES.test(style.filter) || style.mixBlendMode !== "normal"; })
    .filter(element => element !== document.documentElement && !element.getAnimations().length));
  if (!changers.size) return [];
  const found = [], known = new Set();
  for (const block of cc.blocks()) for (const part of block.parts) {
    const element = part.element, changer = [element, ...cc.ancestors(element)].find(up => changers.has(up));
    if (!changer || found.length >= 6 || !/[\p{L}\p{N}]/u.test(part.text) || cc.inside(element, ":disabled,[aria-disabled=true],svg,[inert],option")) continue;
    const label = cc.closest(element, "label"), style = cc.style(element), color = cc.color(style.color);
    if (label?.control && cc.isDisabled(label.control) || !color || color[3] === 0 || style.webkitTextFillColor !== style.color || style.textShadow !== "none") continue;
    if (/text/.test(`${style.backgroundClip} ${style.webkitBackgroundClip}`) || style.backgroundImage !== "none") continue;
    const kind = [cc.ref(changer), style.color, needed(style), cc.style(block.element).backgroundColor].join();
    if (known.has(kind)) continue;
    known.add(kind);
    found.push(cc.found(element, cc.quoted(part.text, 40), { color: style.color, needed: needed(style), by: cc.style(changer).filter !== "none" ? "filter" : "blend" }));
  }
  return found;
}
