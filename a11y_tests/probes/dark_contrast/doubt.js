// Asked in dark colours: is there any text whose contrast is not surely enough? Only then axe has to look, which takes
// twenty times as long. Sure is an opaque colour on the plain ground of what holds the text, with nothing else painted there.
() => {
  const ENOUGH = 4.5;
  const PICTURES = "img, svg, video, canvas, iframe, object, embed";
  cc.forgetStyles();
  const seen = cc.elements.filter(element => element.checkVisibility() && cc.isSeen(element));
  const painted = seen.filter(element => {
    const style = cc.style(element);
    return element.matches(PICTURES) || style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.backgroundImage !== "none";
  }).map(element => [element, cc.rect(element)]);
  const meets = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const isWithin = (element, outer) => {
    if (outer === document.documentElement || outer === document.body) return true;
    const box = cc.rect(element), around = cc.rect(outer);
    return box.left >= around.left - 1 && box.right <= around.right + 1 && box.top >= around.top - 1 && box.bottom <= around.bottom + 1 &&
      (cc.style(outer).display === "inline" || outer.scrollWidth <= outer.clientWidth + 1 && outer.scrollHeight <= outer.clientHeight + 1);
  };
  // The ground of an element, [colour, holder], worked out once for each; null where it is not plain.
  const known = new Map();
  const groundOf = element => {
    if (!element) return null;
    if (!known.has(element)) known.set(element, found(element));
    return known.get(element);
  };
  const found = element => {
    const style = cc.style(element), color = cc.color(style.backgroundColor);
    if (!color || style.backgroundImage !== "none" || style.opacity !== "1" || style.mixBlendMode !== "normal") return null;
    if (color[3] === 1) return isSolid(cc.parent(element)) ? [color, element] : null;
    return color[3] === 0 ? groundOf(cc.parent(element)) : null;
  };
  const solid = new Map();
  const isSolid = element => {
    if (!element) return true;
    if (!solid.has(element)) solid.set(element, cc.style(element).opacity === "1" && isSolid(cc.parent(element)));
    return solid.get(element);
  };
  const isPlain = element => {
    const box = cc.rect(element);
    return !painted.some(([other, place]) => meets(box, place) && !cc.contains(other, element) && !cc.contains(element, other));
  };
  const isSure = element => {
    const ground = groundOf(element), ink = cc.color(cc.style(element).color);
    return !!ground && !!ink && ink[3] === 1 && cc.contrast(ink, ground[0]) >= ENOUGH && isWithin(element, ground[1]) && isPlain(element);
  };
  const isText = element => element.matches("input, textarea, select, button") ||
    [...element.childNodes].some(node => node.nodeType === 3 && /\S/.test(node.data));
  return seen.some(element => !element.matches("script, style, noscript, template, title, option, optgroup") &&
    isText(element) && !isSure(element));
}
