// Which elements the keyboard reaches, and what is true of the one that has the focus.
"use strict";
(() => {
  const NATIVE = "a[href],area[href],button,input:not([type=hidden]),select,textarea,iframe,summary,audio[controls]," +
    "video[controls],[contenteditable]:not([contenteditable=false])";
  cc.INTERACTIVE_ROLES = new Set(["button", "link", "checkbox", "radio", "switch", "tab", "menuitem", "menuitemcheckbox",
    "menuitemradio", "option", "slider", "spinbutton", "combobox", "listbox", "textbox", "searchbox", "treeitem",
    "gridcell", "scrollbar"]);

  cc.isDisabled = element => element.matches(":disabled") || element.getAttribute("aria-disabled") === "true";
  cc.isFocusable = element => {
    if (element.matches(":disabled") || cc.closest(element, "[inert]")) return false;
    if (!cc.isRendered(element)) return false;
    if (element.localName === "summary") return element.matches("details > summary:first-of-type") || element.tabIndex >= 0;
    return element.matches(NATIVE) || element.hasAttribute("tabindex") && !isNaN(parseInt(element.getAttribute("tabindex")));
  };
  // Reached by Tab (one radio button stands for its group).
  cc.isTabbable = element => cc.isFocusable(element) && element.tabIndex >= 0;
  cc.isInteractiveRole = role => cc.INTERACTIVE_ROLES.has(role);
  cc.active = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };

  // Where one sees the element: the visible parts of its boxes, cut by every ancestor that clips.
  cc.visibleBox = element => {
    let box = cc.rect(element);
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    let position = cc.style(element).position;
    for (let up = cc.parent(element); up; up = cc.parent(up)) {
      const style = cc.style(up);
      if (position === "fixed") { if (style.transform === "none" && style.filter === "none") continue; }
      if (position === "absolute" && style.position === "static") continue;
      position = style.position;
      if (up === document.body || up === document.documentElement) continue;
      const outer = cc.rect(up);
      if (style.overflowX !== "visible") { left = Math.max(left, outer.left); right = Math.min(right, outer.right); }
      if (style.overflowY !== "visible") { top = Math.max(top, outer.top); bottom = Math.min(bottom, outer.bottom); }
    }
    return { left, top, right, bottom, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
  };
  const isClippedAway = element => {
    const style = cc.style(element);
    const clip = style.clip.match(/rect\(([-\d.]+)px[, ]+([-\d.]+)px[, ]+([-\d.]+)px[, ]+([-\d.]+)px\)/);
    if (clip && style.position !== "static" && (clip[3] - clip[1] <= 1 || clip[2] - clip[4] <= 1)) return true;
    return /^inset\((4[5-9]|[5-9]\d|100)(\.\d+)?%\)$/.test(style.clipPath);
  };
  // Seen by a sighted person after scrolling: has size, is not clipped to nothing, transparent or off the page.
  cc.isSeen = element => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    for (let up = element; up; up = cc.parent(up)) if (isClippedAway(up)) return false;
    const box = cc.visibleBox(element);
    if (box.width <= 1 || box.height <= 1) {
      return [...element.children].some(child => cc.isSeen(child));
    }
    return box.right + scrollX > 0 && box.bottom + scrollY > 0;
  };

  cc.contrast = (one, other) => {
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  // "rgb(1 2 3 / 0.5)" in any of the ways that the browser writes it → [1, 2, 3, 0.5]; null for other colour spaces.
  cc.color = text => {
    const parts = text.match(/^rgba?\(([^)]+)\)$/)?.[1].split(/[\s,/]+/).map(Number);
    return parts && [...parts.slice(0, 3), parts[3] ?? 1];
  };
})();
