// Parts that follow fingers by handlers of their own, and have nothing beside them that could do the same.
cc => {
  const START = ["touchstart", "pointerdown"], MOVE = ["touchmove", "touchend", "pointermove", "pointerup", "gesturechange"];
  const PLACE = /(client|page|screen|offset)[XY]|touches|deltaX|gesturechange|scale/;
  const OTHERS = "button, [role=button], input, select, summary, [role=slider], [role=tab], a[href^='#'], video[controls], audio[controls]";
  const isScrolled = element => /auto|scroll/.test(cc.style(element).overflowX) && element.scrollWidth > element.clientWidth + 1 ||
    /auto|scroll/.test(cc.style(element).overflowY) && element.scrollHeight > element.clientHeight + 1;
  const found = [];
  for (const target of cc.handledTargets()) {
    if (target.nodeType !== 1 || target.matches("html, body, canvas, svg *, input, textarea, [contenteditable]") || found.length >= 3) continue;
    const moves = cc.handlers(target, ...MOVE), starts = cc.handlers(target, ...START);
    const follows = [...moves, ...starts].map(handler => handler.source).join(" ");
    const isFollowing = moves.length > 0 && (starts.length > 0 || moves.some(({ type }) => type === "touchmove")) && PLACE.test(follows);
    // What the mouse can press, keys can do or the browser scrolls has another way.
    if (!isFollowing || !cc.isSeen(target) || isScrolled(target) || [...target.querySelectorAll("*")].some(isScrolled) || target.querySelector("canvas")) continue;
    if (cc.handlers(target, "click", "dblclick", "keydown", "keyup", "mousedown", "wheel").length || cc.isTabbable(target)) continue;
    const part = cc.closest(cc.parent(target) ?? target, "section, article, figure, main, [role=region], [role=group]") ?? document.body;
    const isInside = element => cc.contains(part, element) && !cc.closest(element, "nav, header, footer");
    if (cc.all(OTHERS).some(element => isInside(element) && cc.isSeen(element))) continue;
    found.push(cc.found(target, "candidate"));
  }
  return found;
}
