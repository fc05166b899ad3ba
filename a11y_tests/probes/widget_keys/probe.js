// Parts with a role of ARIA that the page's scripts have to make work: single ones, and lists of parts.
cc => {
  const MOST = 10;
  const NATIVE = "button, a[href], input, select, textarea, summary, option";
  const SINGLE = /^(button|link|checkbox|switch|slider|spinbutton)$/;
  const LISTS = { tablist: "tab", listbox: "option", menu: "menuitem", menubar: "menuitem", radiogroup: "radio", tree: "treeitem" };
  const CLICKS = ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "keydown", "keyup"];
  const roleOf = element => (element.getAttribute("role") ?? "").trim().split(/\s+/)[0];
  const isFree = element => cc.isSeen(element) && !cc.isDisabled(element) && !cc.isHiddenFromReaders(element) && element.getAttribute("aria-readonly") !== "true";
  const found = [], kinds = new Map();
  const add = (element, more) => {
    const kind = [more.role, more.items.length && element.id, element.tabIndex, element.getAttribute("class"), element.localName, cc.nearHandlers(element, ...CLICKS).map(({ source }) => source).join()].join("|");
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kinds.get(kind) <= 1) found.push(cc.found(element, "candidate", more));
  };
  for (const element of cc.all("[role]")) {
    const role = roleOf(element);
    if (SINGLE.test(role) && !element.matches(NATIVE) && cc.isTabbable(element) && isFree(element)) {
      if (/slider|spinbutton/.test(role) ? !element.querySelector("input") : cc.handlersFor(element, ...CLICKS).length) add(element, { role, items: [] });
    } else if (LISTS[role] && isFree(element) && !element.matches("select") && !cc.closest(element, "[role=combobox]")) {
      const isOwn = item => roleOf(item).startsWith(LISTS[role]) && isFree(item) &&
        cc.ancestors(item).find(up => LISTS[roleOf(up)]) === element;
      const items = cc.all("[role]").filter(isOwn);
      // A list that belongs to a text field is moved in from there; native parts bring their own keys.
      const isOfField = element.id && document.querySelector(`[aria-controls~="${CSS.escape(element.id)}"], [aria-owns~="${CSS.escape(element.id)}"]`)?.matches("input, [role=combobox]");
      if (items.length > 1 && !isOfField && !items.every(item => item.matches("input, select"))) {
        add(element, { role, items: items.slice(0, 8).map(cc.element) });
      }
    }
  }
  // Menus and lists that a button opens: is there a way in?
  for (const button of cc.all("button[aria-haspopup], [role=button][aria-haspopup]").filter(each => isFree(each) && cc.isTabbable(each)).slice(0, 2)) {
    if (!/^(true|menu|listbox)$/.test(button.getAttribute("aria-haspopup")) || !cc.handlersFor(button, ...CLICKS).length) continue;
    const after = [button, ...cc.ancestors(button).slice(0, 2)].map(up => up.nextElementSibling).filter(Boolean);
    const list = [...cc.byIds(button, "aria-controls"), ...after].flatMap(each => [each, ...each.querySelectorAll("[role=menu], [role=listbox]")])
      .find(each => /^(menu|listbox)$/.test(roleOf(each)) && !cc.isSeen(each) && each.querySelectorAll("[role^=menuitem], [role=option]").length > 1);
    if (list && !button.closest("[role=combobox]")) found.push(cc.found(button, "candidate", { role: "opens", items: [], list: cc.element(list) }));
  }
  return found.slice(0, MOST);
}
