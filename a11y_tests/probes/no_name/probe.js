// Exposed controls and images whose computed name is empty, or is a sign of an icon font.
cc => {
  const KINDS = {
    button: "button", link: "link", DisclosureTriangle: "disclosure (summary)", menuitem: "menu entry", menuitemcheckbox: "menu entry", menuitemradio: "menu entry", tab: "tab",
    checkbox: "tick box", radio: "radio button", switch: "switch", textbox: "text field", searchbox: "search field", combobox: "drop-down field", listbox: "list of choices",
    spinbutton: "number field", slider: "slider", Date: "date field", DateTime: "date field", InputTime: "time field", ColorWell: "colour field", treeitem: "tree entry", option: "option",
    image: "image", img: "image", progressbar: "progress bar", meter: "meter",
  };
  // Signs whose meaning is in their look (F26): read as “times”, “less than”, or not at all.
  const SIGNS = /^[×✕✖✗✘╳⨯☰≡⋮⋯︙◀◄▶►▲▼◁▷△▽❮❯‹›«»<>←→↑↓⇐⇒⟵⟶⏴⏵⏶⏷\s]+$/u;
  const PRIVATE = /^[\s\ue000-\uf8ff\u{f0000}-\u{10ffff}]+$/u;
  const FIELDS = /^(checkbox|radio|switch|textbox|searchbox|combobox|listbox|spinbutton|slider|Date|DateTime|InputTime|ColorWell)$/;
  const ruleFor = element => {
    const role = cc.role(element);
    if (element.matches("input[type=image]")) return ["59796f"];
    if (role === "DisclosureTriangle") return ["2t702h"];
    if (role === "link") return ["c487ae"];
    if (role === "button") return ["97a4e1"];
    if (/^menuitem/.test(role)) return ["m6b1q3", ...role === "menuitem" ? [] : ["e086e5"]];
    if (FIELDS.test(role)) return ["e086e5"];
    return KINDS[role] === "image" ? [element.closest("svg") ? "7d6734" : "23a2a8"] : [];
  };
  return cc.elements.flatMap(element => {
    const kind = KINDS[cc.role(element)];
    if (!kind || element.matches("option") || cc.closest(element, "[aria-hidden=true]")) return [];
    const isImage = kind === "image";
    if (isImage && !element.matches("img,[role=img],[role=image],input[type=image]")) return [];
    const name = cc.name(element);
    const wcag = isImage ? ["1.1.1"] : element.matches("a,[role=link]") ? ["2.4.4", "4.1.2"] : ["4.1.2"];
    if (!name.trim()) {
      // A box of the browser's own, or one that nobody sees or reaches, harms nobody.
      if (!cc.seen(element) && !cc.isFocusable(element)) return [];
      if (/progressbar|meter/.test(cc.role(element)) && cc.closest(element, "label")) return [];
      return [cc.found(element, `${kind} without a name: screen readers have nothing to say but “${kind}”`, { wcag, act: ruleFor(element) })];
    }
    if (PRIVATE.test(name)) return [cc.found(element, `the name of this ${kind} is only a sign of an icon font, which is read as nothing or as nonsense`, { wcag, act: ruleFor(element) })];
    if (!isImage && !/[\p{L}\p{N}]/u.test(name) && !/\p{Emoji_Presentation}/u.test(name) && !cc.closest(element, "table,[role=grid]") && !/^#./.test(element.getAttribute("href") ?? "")) {
      const isSure = SIGNS.test(name) && !cc.description(element).trim() && cc.seen(element) && element.matches("a,button,summary,input,[role=button],[role=link]");
      return [isSure ? cc.found(element, `the name of this ${kind} is only the sign “${name}”: what it does is told by its look alone`, { wcag: [...wcag, "1.1.1", "1.3.3"], act: [] })
        : cc.found(element, `the name of this ${kind} is only the sign “${name}”; do screen readers say what it does?`, { level: "review", wcag, act: [] })];
    }
    return [];
  });
}
