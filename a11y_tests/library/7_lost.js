// The stops of the Tab key before a control is pressed, to tell afterwards where its going has left the keyboard focus.
"use strict";
(() => {
  const PARTS = "h1, h2, h3, h4, h5, h6, legend, input, select, textarea";
  // What has come since the tree was read has no computed name yet.
  const nameOf = element => cc.squeeze(element.getAttribute("aria-label") ?? (element.textContent || element.value || ""));
  const told = element => ({ element, name: nameOf(element), tag: element.localName,
    kind: `${element.localName} ${element.getAttribute("class")} ${nameOf(element).toLowerCase().split(/\s/)[0]}` });
  const stopsNow = () => cc.elements.filter(cc.isTabbable).map(told);
  const partsNow = () => cc.elements.filter(element => element.matches(PARTS) && cc.isRendered(element));
  const placeOf = element => [element.parentNode, element.parentElement?.previousElementSibling, element.previousElementSibling];
  const isNowhere = () => !cc.active() || cc.active() === document.body || cc.active() === document.documentElement;
  let before = null;

  cc.rememberStops = control => { before = { stops: stopsNow(), parts: partsNow(), place: placeOf(control),
    isSending: !!control.form && /^(submit|image)$/.test(control.type) }; };

  const isThere = control => control.isConnected && control.checkVisibility({ visibilityProperty: true });
  const fate = (control, own, after) => {
    if (isThere(control)) return cc.isDisabled(control) ? "disabled" : placeOf(control).some((part, i) => part !== before.place[i]) ? "moved" : "";
    const count = stops => stops.filter(stop => stop.name === own.name && stop.tag === own.tag).length;
    return after.some(stop => stop.name === own.name) && count(after) >= count(before.stops) ? "renewed" : "gone";
  };
  // Nothing has the focus because of the press: what has become of the control, and what has come in its place.
  cc.lostFocus = control => {
    if (!before || !isNowhere() || !document.hasFocus()) return null;
    cc.refresh();
    const at = before.stops.findIndex(stop => stop.element === control), after = stopsNow();
    if (at < 0 || !after.length) return null;
    const own = before.stops[at], fated = fate(control, own, after), parts = partsNow(), known = new Set(before.parts);
    const count = stops => stops.filter(stop => stop.kind === own.kind).length;
    return fated && { fate: fated, at, alike: count(before.stops), left: count(after), name: own.name, isSending: before.isSending,
      isReplaced: parts.some(part => !known.has(part)) && before.parts.some(part => !parts.includes(part)) };
  };
  // Tab has been pressed since: has it gone back to what stood before the control? That stop, or null.
  cc.goneBackTo = control => {
    if (!before || isNowhere()) return null;
    cc.refresh();
    const active = cc.active(), is = stop => stop.element === active, own = before.stops.findIndex(stop => stop.element === control);
    // Nothing stands after it: Tab leaves the page, and the browser may already have led it in again at the top.
    if (stopsNow().length <= own) return null;
    const isEarlier = stop => before.stops.indexOf(stop) < own, back = () => ({ ...cc.element(active), name: nameOf(active) });
    const old = before.stops.find(is);
    if (old) return isEarlier(old) ? back() : null;
    // Written anew: known by its name, or by its place among those of the same name.
    const now = told(active), hasSameName = stop => stop.name === now.name && stop.tag === now.tag;
    const same = before.stops.filter(hasSameName), among = stopsNow().filter(hasSameName);
    return among.findIndex(is) < same.filter(isEarlier).length ? back() : null;
  };
})();
