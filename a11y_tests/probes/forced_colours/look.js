// Asked while colours are forced: edges of fields, icons that are a mask, and text that keeps a colour of its own.
() => {
  const seen = element => cc.isSeen(element) && !cc.isDisabled(element);
  const look = element => getComputedStyle(element);
  const behind = element => {
    for (let up = element; up; up = up.parentElement) {
      const color = cc.color(look(up).backgroundColor);
      if (color?.[3] === 1) return color;
    }
    return [255, 255, 255, 1];
  };
  const found = [];
  const say = (kind, element) => found.push({ kind, element: cc.element(element) });
  for (const element of cc.all("button, input, select, textarea, [role=button], [role=checkbox], [role=radio], [role=switch]")) {
    if (!seen(element) || element.matches("[type=hidden], [type=image], [type=file], [type=range], [type=color]")) continue;
    const own = look(element);
    if (own.appearance !== "none" && element.matches("[type=radio], [type=checkbox], select")) continue;
    const box = cc.rect(element);
    if (box.width < 4 || box.height < 4 || own.opacity === "0") continue;   // a drawing of its own stands for it
    const hasLine = ["Top", "Right", "Bottom", "Left"].some(side => own[`border${side}Style`] !== "none" &&
      parseFloat(own[`border${side}Width`]) >= 1) || own.outlineStyle !== "none" && parseFloat(own.outlineWidth) >= 1;
    const isLine = other => look(other).borderBottomStyle !== "none" && parseFloat(look(other).borderBottomWidth) >= 1;
    const isField = element.matches("input, select, textarea, [role=checkbox], [role=radio], [role=switch]") &&
      !element.matches("[type=submit], [type=button], [type=reset]");
    const around = cc.parent(element), near = around && cc.rect(around);
    const isFramed = near && near.width - box.width < 80 && near.height - box.height < 40 && isLine(around);
    // A button of words alone looks like a link: its words are its sign, in every colour.
    if (!hasLine && !isFramed && isField) say("edge", element);
  }
  // An icon matters where it is all that a control shows.
  const bare = new Set(cc.all("a[href], button, [role=button], summary").filter(control => !cc.text(control)));
  for (const element of bare.size ? cc.elements : []) {
    const control = cc.closest(element, "a[href], button, [role=button], summary");
    if (!bare.has(control) || !seen(element)) continue;
    for (const part of [null, "::before", "::after"]) {
      const own = getComputedStyle(element, part);
      const mask = own.maskImage ?? own.webkitMaskImage;
      if (!mask || mask === "none" || part && (own.content === "none" || own.content === "normal")) continue;
      const paint = cc.color(own.backgroundColor), ground = behind(part ? element : cc.parent(element) ?? element);
      if (own.forcedColorAdjust !== "none" && (!paint || paint[3] === 0 || cc.contrast(paint, ground) < 3)) say("icon", control);
    }
  }
  for (const element of cc.elements) {
    const own = look(element);
    if (own.forcedColorAdjust !== "none" || ![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) || !seen(element)) continue;
    const ink = cc.color(own.color);
    if (ink && cc.contrast(ink, behind(element)) < 3) say("text", element);
  }
  return found;
}
