// The visible label as a run of words must stand, unbroken, among the words of the name.
cc => {
  const FROM_CONTENT = /^(button|link|menuitem|menuitemcheckbox|menuitemradio|option|tab|treeitem|switch|checkbox|radio|DisclosureTriangle|PopUpButton|popUpButton)$/;
  const FIELD = /^(textbox|searchbox|combobox|listbox|spinbutton|slider|checkbox|radio|switch|comboBoxMenuButton|ComboBoxMenuButton|comboBoxSelect|ComboBoxSelect|textField|TextField|TextFieldWithComboBox|Date|DateTime|InputTime|ColorWell|PopUpButton)$/;
  const ICONS = /icon|symbol|awesome|material|glyph|fa-|fa /i;
  const isIcon = element => ICONS.test(cc.style(element).fontFamily) || /^(svg|img|style|select|input|textarea)$/.test(element.localName);
  const tokens = text => cc.words(text.normalize("NFKC").toLowerCase().replace(/\([^)]*\)|\[[^\]]*\]/g, " ").replace(/[-–—_/.,:;…]+/g, " ").replace(/['’]/g, ""));
  const holds = (name, label) => ` ${name.join(" ")} `.includes(` ${label.join(" ")} `);
  const isHiddenPart = element => element.getAttribute("aria-hidden") === "true";

  const labelOf = element => {
    if (element.matches("input[type=submit],input[type=button],input[type=reset]")) return element.value;
    if (element.labels?.length && !element.matches("button")) {
      return cc.squeeze([...element.labels].filter(label => cc.seen(label))
        .map(label => cc.visibleText(label, part => part === element || isIcon(part) || isHiddenPart(part))).join(" "));
    }
    // A number or a sign that is hidden on purpose (“1.” before a chapter) is no label.
    const isMark = part => isHiddenPart(part) && !/\p{L}{2}/u.test(part.textContent);
    return FROM_CONTENT.test(cc.role(element)) ? cc.visibleText(element, part => part !== element && (isIcon(part) || isMark(part))) : "";
  };
  const isNamedByAttribute = element => {
    const label = cc.squeeze(element.getAttribute("aria-label"));
    return !!label || cc.byIds(element, "aria-labelledby").length > 0;
  };
  // A lone sign or letter is a picture of something (x closes, B is bold).
  const isWords = label => /\p{L}/u.test(label) && label.length > 1 && !/^\p{L}$/u.test(cc.words(label).join(""));

  const found = [];
  for (const element of cc.elements) {
    const role = cc.role(element);
    if (!role || !FROM_CONTENT.test(role) && !FIELD.test(role)) continue;
    const byAttribute = isNamedByAttribute(element);
    const hidesWords = !byAttribute && element.querySelector("[aria-hidden=true]");
    if (!byAttribute && !hidesWords) continue;
    if (!cc.seen(element) && !element.labels?.length) continue;
    const label = labelOf(element), name = cc.name(element);
    if (!isWords(label) || !name) continue;
    const [want, have] = [tokens(label), tokens(name)];
    if (!want.length || holds(have, want)) continue;
    const blocks = cc.words(label).length > 8 ||
      [...element.querySelectorAll("*")].filter(part => cc.isBlock(part) && cc.block(part)).length > 1;
    const isSplit = have.some((_, start) => have.some((_, end) => have.slice(start, end + 1).join("") === want.join("")));
    const message = `the visible label ${cc.quoted(label)} is not part of the accessible name ${cc.quoted(name)}`;
    if (byAttribute && !blocks && !isSplit) found.push(cc.found(element, message));
    else found.push(cc.found(element, `${message}; can it be operated by speaking what one sees?`, { level: "review" }));
  }
  return found;
}
