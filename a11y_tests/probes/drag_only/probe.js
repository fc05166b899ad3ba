// Parts that can be dragged and places that take them, where nothing else is there to move them with.
cc => {
  const CLICKS = ["click", "mouseup", "pointerup", "keydown", "keyup", "change"];
  const CONTROLS = "button, select, input, a[href], summary, [role=button], [role=menuitem], [role=checkbox]";
  const isWide = ({ target }) => target === document || target === window || target === document.body || target === document.documentElement;
  const hasDrop = cc.handledTargets().some(target => cc.handlers(target, "drop", "dragover", "dragenter", "dragend").length);
  const parts = cc.all("[draggable=true]").filter(part => cc.isSeen(part) && !part.matches("img, a[href]"));
  const found = [];
  if (parts.length && hasDrop) {
    let box = parts[0];
    while (box && !parts.every(part => cc.contains(box, part))) box = cc.parent(box);
    // Where the parts stand alone in their box, what is beside it may be where they go.
    const around = box && cc.parent(box) && box !== document.body ? cc.parent(box) : box ?? document.body;
    const controls = cc.elements.filter(element => cc.contains(around, element) && element.matches(CONTROLS) && cc.isSeen(element));
    const isHeard = parts.some(part => cc.handlersFor(part, ...CLICKS).some(handler => !isWide(handler)));
    const isReached = parts.some(part => cc.isTabbable(part));
    const name = cc.quoted(cc.text(parts[0]) || cc.name(parts[0]), 40);
    if (!controls.length && !isHeard && !isReached) {
      found.push(cc.found(parts[0], `dragging: ${name} can be moved by dragging only; there is no button or other way to move it`, { wcag: ["2.5.7", "2.1.1"] }));
    } else if (!isHeard && !controls.some(control => parts.some(part => cc.contains(part, control)))) {
      found.push(cc.found(parts[0], `dragging: ${name} can be dragged. Is there another way to move it, by single presses?`, { level: "review" }));
    }
  }
  const MOVES = ["mousemove", "pointermove", "touchmove"];
  const pulled = cc.handledTargets().filter(target => target.nodeType === 1 && target !== document.body && cc.isSeen(target) &&
    cc.handlers(target, "mousedown", "pointerdown", "touchstart").some(({ source }) => MOVES.some(type => source.includes(type)) || cc.handlers(target, ...MOVES).length) &&
    !target.matches("input, [role=slider], [role=scrollbar], canvas, svg, video, [draggable=true]") && !target.querySelector("input[type=range], [draggable=true]"));
  for (const target of pulled.filter(each => !cc.isTabbable(each)).slice(0, 2)) {
    found.push(cc.found(target, "dragging: a script follows the mouse while it is held down here. Can the same be done by single presses?", { level: "review" }));
  }
  // Small things that may be pulled along: probe.py tries it.
  const isWideMove = [document, window, document.body].some(target => cc.handlers(target, ...MOVES).length > 0);
  for (const target of cc.handledTargets()) {
    if (target.nodeType !== 1 || found.length >= 6 || !cc.isSeen(target) || cc.isTabbable(target) || target.matches("img, input, canvas, svg *, [draggable=true], [role]") || target.children.length > 2) continue;
    if (!cc.handlers(target, "mousedown", "pointerdown").some(({ source }) => isWideMove || MOVES.some(type => source.includes(type))) || /resize|move|zoom/.test(cc.style(target).cursor)) continue;
    const box = cc.rect(target), track = cc.parent(target), place = track && cc.parent(track) || track;
    if (!track || box.width > 60 || box.height > 60 || cc.style(target).position === "static" || cc.closest(target, "[role=slider], [role=dialog], dialog")) continue;
    if (cc.elements.some(other => cc.contains(place === document.body ? track : place, other) && other.matches(`${CONTROLS}, [role=slider], [role=spinbutton], textarea`) && cc.isSeen(other))) continue;
    found.push(cc.found(target, "candidate", { isPulled: true }));
  }
  // A slider that keys move and the mouse only pulls: probe.py tries a press on its track.
  for (const target of cc.all("[role=slider]")) {
    const track = cc.parent(target);
    if (found.length >= 6 || !track || !cc.isSeen(target) || !cc.isTabbable(target) || cc.isDisabled(target) || target.matches("input") || cc.style(target).position === "static") continue;
    if (!cc.handlers(target, "mousedown", "pointerdown").some(({ source }) => isWideMove || MOVES.some(type => source.includes(type))) && !cc.handlers(target, ...MOVES).length) continue;
    const box = cc.rect(target), isNear = other => { const one = cc.rect(other); return one.bottom > box.top - 150 && one.top < box.bottom + 150; };
    if (box.width > 60 || box.height > 60 || cc.handlersFor(track, "click", "mousedown", "pointerdown", "mouseup", "pointerup").some(handler => !isWide(handler))) continue;
    if (cc.elements.some(other => other !== target && other.matches(`${CONTROLS}, textarea`) && !other.matches("a[href]") && cc.isSeen(other) && isNear(other))) continue;
    found.push(cc.found(target, "candidate", { isPulled: true, isSlider: true }));
  }
  return found;
}
