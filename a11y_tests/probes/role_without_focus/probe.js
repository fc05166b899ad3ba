// Elements with the role of a control that cannot take the focus.
cc => {
  const ALONE = new Set(["button", "link", "checkbox", "switch", "slider", "spinbutton", "textbox", "searchbox", "combobox", "listbox"]);
  const PART = { radio: "[role=radiogroup]", tab: "[role=tablist]", menuitem: "[role=menu],[role=menubar]", option: "[role=listbox]", treeitem: "[role=tree]" };
  const NAMES = { checkbox: "tick box", textbox: "text field", searchbox: "search field", combobox: "drop-down field", spinbutton: "number field", listbox: "list of choices", menuitem: "menu entry", treeitem: "tree entry", radio: "radio button" };
  const found = [], known = new Set();
  for (const element of cc.all("[role]")) {
    const role = element.getAttribute("role").trim().split(/\s+/)[0];
    if (!ALONE.has(role) && !PART[role] || !cc.seen(element) || cc.isHiddenFromReaders(element) || cc.isDisabled(element)) continue;
    if (cc.isFocusable(element) || element.matches("a[href],button,input,select,textarea,option,summary")) continue;
    if (cc.closest(element, "[aria-disabled=true],fieldset:disabled,label")) continue;
    const inside = [...element.querySelectorAll("*"), ...element.shadowRoot?.querySelectorAll("*") ?? []];
    if (inside.some(part => cc.isFocusable(part))) continue;
    const isActive = cc.elements.some(other => other.hasAttribute("aria-activedescendant") && cc.isFocusable(other) &&
      (cc.contains(other, element) || [...cc.byIds(other, "aria-controls"), ...cc.byIds(other, "aria-owns")].some(list => cc.contains(list, element))));
    if (isActive) continue;
    // Within a widget that takes the focus, its parts need none.
    const widget = PART[role] ? cc.closest(element, PART[role]) : cc.ancestors(element).find(up => /^(grid|treegrid|toolbar|menu|menubar|listbox|tree|tablist|application|combobox|row|gridcell)$/.test(up.getAttribute("role") ?? ""));
    if (widget && (cc.isFocusable(widget) || [...widget.querySelectorAll("[tabindex],a[href],button,input")].some(part => cc.isFocusable(part)))) continue;
    if (role === "listbox" && !element.querySelector("[role=option]")) continue;
    if (PART[role]) {
      if (!widget || known.has(widget)) continue;
      known.add(widget);
    }
    const message = `${NAMES[role] ?? role} ${cc.quoted(cc.name(element) || cc.text(element), 40)} cannot take the keyboard focus (no tabindex)`;
    found.push(cc.found(element, message));
  }
  return found;
}
