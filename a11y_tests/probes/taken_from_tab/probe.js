// Links, buttons and fields in sight with a negative tabindex, where nothing around explains it.
cc => {
  // In a frame that is itself taken from Tab, another probe judges.
  try { if (window.frameElement?.hasAttribute("tabindex") && window.frameElement.tabIndex < 0) return []; } catch { /* of another site */ }
  const WIDGETS = "[role=toolbar],[role=tablist],[role=menu],[role=menubar],[role=listbox],[role=grid],[role=treegrid],[role=tree]," +
    "[role=radiogroup],[role=combobox],[role=spinbutton],[role=slider],[role=application],[role=row],[role=group],[aria-hidden=true],[inert]";
  const FIELDS = "input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select, [role=combobox], [role=textbox], [role=spinbutton], [role=searchbox]";
  const reached = new Set(cc.all("a[href]").filter(cc.isTabbable).map(link => link.href));
  const found = [];
  for (const element of cc.all("a[href][tabindex], button[tabindex], input[tabindex]:not([type=hidden]):not([type=radio]), select[tabindex], textarea[tabindex], summary[tabindex]")) {
    if (element.tabIndex >= 0 || isNaN(parseInt(element.getAttribute("tabindex"))) || cc.isDisabled(element) || element.readOnly) continue;
    if (!cc.isFocusable(element) || !cc.isSeen(element) || cc.closest(element, WIDGETS)) continue;
    if (element.getAttribute("role") && cc.isInteractiveRole(element.getAttribute("role")) && !/^(button|link)$/.test(element.getAttribute("role"))) continue;
    if (document.querySelector("[aria-activedescendant], dialog:modal, [aria-modal=true]")) continue;
    if (element.matches("a[href]") && (reached.has(element.href) || element.getAttribute("href").startsWith("#"))) continue;
    const near = [cc.parent(element), cc.parent(cc.parent(element) ?? element)].filter(Boolean);
    if (element.matches("button") && near.some(box => box !== document.body && [...box.querySelectorAll(FIELDS)].length === 1)) continue;
    found.push(cc.found(element, "", { needsPress: element.matches("button, input[type=button]") && !(element.type === "submit" && element.form) }));
  }
  return found.slice(0, 8);
}
