// Fingers that are set down on an element, moved and lifted: events of our own, since those of the browser depend on
// when it last drew the page.
"use strict";
(() => {
  const POINTER = { start: "pointerdown", move: "pointermove", end: "pointerup" };
  // fingers: [[where from the middle], [how far]] of each.
  cc.fingers = (element, fingers, isLifted) => {
    const box = element.getBoundingClientRect(), [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const at = ([start, way], part) => ({ clientX: x + start[0] + way[0] * part, clientY: y + start[1] + way[1] * part });
    const how = { bubbles: true, cancelable: true, composed: true };
    const fire = (name, part) => {
      const touches = fingers.map((finger, identifier) => {
        const { clientX, clientY } = at(finger, part);
        return new Touch({ identifier, target: element, clientX, clientY, pageX: clientX + scrollX, pageY: clientY + scrollY });
      });
      const left = name === "end" ? [] : touches, buttons = name === "end" ? 0 : 1;
      fingers.forEach((finger, index) => element.dispatchEvent(new PointerEvent(POINTER[name],
        { ...how, ...at(finger, part), pointerId: 40 + index, pointerType: "touch", isPrimary: index === 0, buttons })));
      element.dispatchEvent(new TouchEvent(`touch${name}`, { ...how, touches: left, targetTouches: left, changedTouches: touches }));
    };
    if (isLifted) return fire("end", 1);
    fire("start", 0);
    for (const part of [1 / 3, 2 / 3, 1]) fire("move", part);
  };
})();
