// Links and buttons that hold another control.
cc => {
  const OUTER = "a[href],button,[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=menuitem],[role=option],[role=menuitemcheckbox],[role=menuitemradio]";
  const NAMES = { link: "link", button: "button", tab: "tab", option: "option", checkbox: "tick box", radio: "radio button", switch: "switch" };
  const kind = element => NAMES[cc.role(element)] ?? NAMES[element.getAttribute("role")] ?? (element.localName === "a" ? "link" : cc.isTextField(element) ? "text field" : element.localName);
  // Roles whose contents browsers hand over as bare text: a stop of Tab in there is said without a name or role.
  const FLAT = "button,[role=button],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=option],[role=menuitemcheckbox],[role=menuitemradio]," +
    "[role=img],[role=math],[role=meter],[role=progressbar],[role=scrollbar],[role=slider]";
  const found = [], known = new Set();
  for (const inner of cc.elements) {
    const isControl = inner.matches("a[href],button,input:not([type=hidden]),select,textarea,summary,audio[controls],video[controls]") ||
      cc.isInteractiveRole(inner.getAttribute("role")) && inner.hasAttribute("tabindex");
    if (!isControl || !cc.seen(inner) || inner.matches(":disabled") || cc.isHiddenFromReaders(inner)) continue;
    const parent = cc.parent(inner), outer = parent && cc.closest(parent, OUTER);
    if (!outer || known.has(outer) || !cc.isExposed(outer)) continue;
    // The one that is meant to be reached is alone: the other takes no focus and has no role left.
    if (!cc.isFocusable(outer) || !cc.isFocusable(inner)) continue;
    if (outer.matches("[role=combobox],[role=gridcell]") || outer.getAttribute("role") === "option" && inner.type === "checkbox" && inner.tabIndex < 0) continue;
    if (inner.tabIndex < 0 && !cc.hasLetters(cc.name(inner))) continue;
    known.add(outer);
    found.push(cc.found(outer, `${kind(outer)} ${cc.quoted(cc.name(outer), 40)} holds another control inside: ${kind(inner)} ${cc.quoted(cc.name(inner), 40)}`,
      /^(a|button)$/.test(outer.localName) && outer.localName === "button" || /button|checkbox|radio|switch|tab|option/.test(outer.getAttribute("role") ?? "") ? { act: ["307n5z"] } : {}));
  }
  for (const inner of cc.all("[tabindex]")) {
    const parent = cc.parent(inner), outer = parent && cc.closest(parent, FLAT);
    if (!outer || known.has(outer) || !cc.isTabbable(inner) || !cc.seen(inner) || cc.isHiddenFromReaders(inner) || !cc.isExposed(outer)) continue;
    known.add(outer);
    found.push(cc.found(outer, `${kind(outer)} ${cc.quoted(cc.name(outer), 40)} holds another stop of the Tab key inside, whose role and name are lost`, { act: ["307n5z"] }));
  }
  return found;
}
