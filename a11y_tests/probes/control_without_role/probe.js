// Script-driven controls: in the Tab order, pressed by mouse or key, and no more than a div to assistive technology.
cc => {
  const PRESSES = ["click", "mousedown", "pointerdown", "keydown", "keyup", "keypress"];
  const NATIVE = "a[href], area[href], button, input, select, textarea, summary, iframe, embed, object, video, audio, [contenteditable]";
  const CONTAINERS = /^(main|article|section|dialog|fieldset|form|table|ul|ol|dl|nav|body|html)$/;
  return cc.elements.filter(element =>
    element.hasAttribute("tabindex") && element.tabIndex >= 0 && cc.isTabbable(element) && !element.matches(NATIVE) &&
    !element.getAttribute("role")?.trim() && !CONTAINERS.test(element.localName) && !element.localName.includes("-") &&
    ["", "generic", "paragraph", "ListItem", "listitem", "image", "img", "LabelText", "cell"].includes(cc.role(element)) &&
    cc.isSeen(element) && cc.text(element).length < 100 &&
    !cc.elements.some(other => other !== element && cc.contains(element, other) && (cc.isTabbable(other) || other.matches("video, canvas, iframe"))) &&
    cc.handlers(element, ...PRESSES).some(handler => !/\bscroll/i.test(handler.source)) &&
    (cc.handlers(element, "click", "mousedown", "pointerdown").length > 0 || /enter|space|" "|' '|keyCode/i.test(cc.handlers(element, ...PRESSES).map(h => h.source).join())))
    .map(element => cc.found(element, `<${element.localName}>${cc.text(element) ? ` “${cc.text(element).slice(0, 60)}”` : ""} works like a control but has no role: a screen reader does not say that it can be pressed`));
}
