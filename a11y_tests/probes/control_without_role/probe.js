// Script-driven controls: in the Tab order, pressed by mouse or key, and no more than a div to assistive technology.
cc => {
  const PRESSES = ["click", "mousedown", "pointerdown", "keydown", "keyup", "keypress"];
  const NATIVE = "a[href], area[href], button, input, select, textarea, summary, iframe, embed, object, video, audio, [contenteditable]";
  const CONTAINERS = /^(main|article|section|dialog|fieldset|form|table|ul|ol|dl|nav|body|html)$/;
  // A link or button with the role of a part of the page: it is not said any more that one can press it.
  const PART = /^(heading|img|image|paragraph|text|list|listitem|article|region|navigation|main|banner|contentinfo|complementary|figure|table|term|definition|note|status|alert|log)$/;
  const hidden = cc.all("a[href][role], button[role], input:not([type=image], [type=hidden])[role], select[role], textarea[role]").filter(element => {
    const role = element.getAttribute("role").trim().toLowerCase().split(/\s+/)[0];
    return PART.test(role) && cc.isTabbable(element) && cc.isSeen(element) && cc.isExposed(element) && !/^(link|button|textbox|combobox|checkbox|radio|searchbox)$/i.test(cc.role(element));
  }).map(element => cc.found(element, `<${element.localName}> ${cc.quoted(cc.name(element) || cc.text(element))} has the role ${element.getAttribute("role")}: a screen reader does not say that it is a ${element.localName === "a" ? "link" : "control"}`));
  return hidden.concat(cc.elements.filter(element =>
    element.hasAttribute("tabindex") && element.tabIndex >= 0 && cc.isTabbable(element) && !element.matches(NATIVE) &&
    !element.getAttribute("role")?.trim() && !CONTAINERS.test(element.localName) && !element.localName.includes("-") &&
    ["", "generic", "paragraph", "ListItem", "listitem", "image", "img", "LabelText", "cell"].includes(cc.role(element)) &&
    cc.isSeen(element) && cc.text(element).length < 100 &&
    !cc.elements.some(other => other !== element && cc.contains(element, other) && (cc.isTabbable(other) || other.matches("video, canvas, iframe"))) &&
    cc.handlers(element, ...PRESSES).some(handler => !/\bscroll/i.test(handler.source)) &&
    (cc.handlers(element, "click", "mousedown", "pointerdown").length > 0 || /enter|space|" "|' '|keyCode/i.test(cc.handlers(element, ...PRESSES).map(h => h.source).join())))
    .map(element => cc.found(element, `<${element.localName}>${cc.text(element) ? ` “${cc.text(element).slice(0, 60)}”` : ""} works like a control but has no role: a screen reader does not say that it can be pressed`)));
}
