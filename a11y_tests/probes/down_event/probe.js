// Parts whose scripts listen to the press of the mouse or the finger, and not to its movement.
cc => {
  const DOWN = ["mousedown", "pointerdown", "touchstart"];
  const MOVES = ["mousemove", "pointermove", "touchmove", "dragstart", "drag"];
  const SLIDES = "input[type=range], [role=slider], [role=scrollbar], [role=separator], [role=application], [draggable=true], canvas, svg, video, select, option, input, textarea, [aria-haspopup], [role=combobox]";
  const found = [], kinds = new Map();
  for (const element of cc.handledTargets()) {
    if (element.nodeType !== 1 || element.matches("body, html, main") || !cc.isSeen(element) || cc.isDisabled(element)) continue;
    const handlers = cc.handlers(element, ...DOWN);
    if (!handlers.length || cc.closest(element, SLIDES) || element.querySelector("input[type=range], canvas, [role=slider], [draggable=true]")) continue;
    if (cc.handlersFor(element, ...MOVES).length || handlers.some(({ source }) => /mousemove|pointermove|touchmove|drag|setPointerCapture|preventDefault\(\);?\s*\}?$/.test(source))) continue;
    const box = cc.rect(element);
    if (box.width * box.height > innerWidth * innerHeight / 3) continue;
    const kind = `${element.localName} ${element.getAttribute("class")} ${handlers.map(({ source }) => source).join()}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kinds.get(kind) > 1) continue;
    const isByTouch = !handlers.some(({ type }) => type !== "touchstart");
    found.push(cc.found(element, "candidate", { isByTouch }));
  }
  return found.slice(0, 6);
}
