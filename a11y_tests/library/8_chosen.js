// How a control and those beside it look: their classes, their colours and what they say of their state.
"use strict";
(() => {
  const PEERS = "button, [role=button], a, input[type=button], div, span, li";
  const SAYS = ["aria-expanded", "aria-pressed", "aria-checked", "aria-selected", "aria-current", "role"];
  const looks = style => [style.backgroundColor, style.backgroundImage, style.color, style.borderTopColor, style.borderBottomColor, style.borderTopWidth,
    style.borderBottomWidth, style.fontWeight, style.textDecorationLine, style.filter, style.opacity].join("|");
  const peersOf = element => {
    const item = cc.closest(element, "li") ?? element, box = cc.parent(item);
    const inside = each => each.matches(PEERS) && each.localName === element.localName ? each : each.querySelector?.(element.localName);
    return box ? [...box.children].slice(0, 12).map(inside).filter(each => each && each !== element) : [];
  };
  const of = element => ({
    ref: cc.ref(element), classes: `${element.getAttribute("class") ?? ""}/${cc.parent(element)?.localName === "li" ? cc.parent(element).getAttribute("class") ?? "" : ""}`,
    look: looks(getComputedStyle(element)), words: cc.squeeze(element.textContent) + [...element.querySelectorAll("svg, i, img")].map(part => part.outerHTML.length + (part.getAttribute("class") ?? "")).join(),
    says: SAYS.slice(0, 5).some(name => element.hasAttribute(name)) || !!cc.closest(element, "[aria-selected], [aria-current], [role=tab], [role=radio], [role=option], [role=menuitemradio]"),
    name: `${element.getAttribute("aria-label")}${element.title}`, isPressable: cc.style(element).cursor === "pointer" || element.localName === "button",
  });
  // [the control, its peers…]
  cc.chosen = element => (cc.forgetStyles(), [element, ...peersOf(element)].map(of));
})();
