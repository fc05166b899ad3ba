// Radio buttons or tick boxes of one question, and the parts of a date, outside any group that has a name.
cc => {
  const GROUPS = "fieldset,[role=group],[role=radiogroup],[role=listbox],[role=menu],[role=toolbar],[role=grid],[role=tree],[role=menubar]";
  const ARTICLES = /^(the|and|for|der|die|das|und|les|des|una|los|las)$/;
  const groupOf = members => cc.ancestors(members[0]).find(up => up.matches(GROUPS) && members.every(member => cc.contains(up, member)));
  const isNamed = group => !!cc.squeeze(cc.name(group));
  const namedGroup = members => cc.ancestors(members[0]).find(up =>
    up.matches(GROUPS) && isNamed(up) && members.every(member => cc.contains(up, member)));
  // Each choice already says the question: “Bus: yes”, “Bus: no”, or a row header is in its name.
  const sayQuestion = members => {
    // A description counts where it is the same for all: what each choice says of itself is no question.
    const said = members.map(member => cc.squeeze(cc.description(member)));
    const question = said.every(text => text === said[0]) ? said[0] : "";
    const names = members.map(member => cc.words(cc.plain(`${cc.name(member)} ${question}`)));
    const shared = names[0].filter(word => word.length > 2 && !ARTICLES.test(word) && names.every(words => words.includes(word)));
    return shared.length >= 2 || members.every(member => {
      const own = cc.words(cc.plain([...member.labels ?? []].map(cc.text).join(" "))).length;
      return own > 0 && member.matches("[aria-labelledby]") && cc.words(cc.name(member)).length > own;
    });
  };
  const sets = new Map();
  for (const field of cc.fields()) {
    if (!field.matches("input[type=radio],input[type=checkbox]")) continue;
    const name = (field.name ?? "").replace(/\[.*\]$/, "");
    if (!name) continue;
    const forms = sets.get(field.form) ?? sets.set(field.form, new Map()).get(field.form);
    const key = `${field.type} ${name}`;
    forms.set(key, [...forms.get(key) ?? [], field]);
  }
  const found = [], known = new Set();
  const listed = members => members.slice(0, 4).map(member => cc.quoted(cc.name(member) || member.value, 30)).join(", ") + (members.length > 4 ? " …" : "");
  for (const forms of sets.values()) for (const members of forms.values()) {
    if (members.length < 2 || namedGroup(members) || sayQuestion(members)) continue;
    // In a table of questions the row header is the question.
    const rows = new Set(members.map(member => cc.closest(member, "tr,[role=row]")));
    if (cc.hasTableHeader(members[0])) { if (rows.size >= 1) continue; }
    members.forEach(member => known.add(member));
    const kind = members[0].type === "radio" ? "radio buttons" : "tick boxes";
    const group = groupOf(members);
    const why = !group ? "they stand in no fieldset with a legend, and in no group with a name"
      : group.localName === "fieldset" ? "their fieldset has no legend" : `their group (role ${group.getAttribute("role")}) has no name`;
    found.push(cc.found(members[0], `${members.length} ${kind} (${listed(members)}) belong together, but ${why}`));
  }
  const PART = [/^(day|dd|tag|jour|dia|giorno|dag)$/, /^(month|mm|monat|mois|mes|mese|maand|manad|maned)$/, /^(year|yyyy|jahr|annee|ano|anno|jaar|ar)$/];
  const parts = cc.fields().filter(field => cc.isTextField(field) || field.matches("select,[role=spinbutton]"));
  parts.forEach((field, i) => {
    const run = parts.slice(i, i + 3);
    const kinds = run.map(part => PART.findIndex(pattern => pattern.test(cc.bareLabel(cc.name(part)))));
    if (new Set(kinds).size !== 3 || kinds.includes(-1) || namedGroup(run) || sayQuestion(run)) return;
    if (run.some(part => part.form !== field.form)) return;
    found.push(cc.found(field, `three fields (${listed(run)}) are parts of one date, but they stand in no fieldset with a legend, and in no group with a name`));
  });
  // Tick boxes of different names below one question.
  const lists = new Map();
  for (const field of cc.fields()) {
    if (!field.matches("input[type=checkbox]") || known.has(field) || cc.group(field) || cc.hasTableHeader(field)) continue;
    const list = cc.ancestors(field).find(up => up.matches("ul,ol,div,section,form,p") && up.querySelectorAll("input[type=checkbox]").length >= 3);
    if (list) lists.set(list, [...lists.get(list) ?? [], field]);
  }
  for (const [list, members] of lists) {
    const before = list.previousElementSibling ?? list.firstElementChild;
    if (members.length >= 3 && before && !before.querySelector("input") && /[?:]\s*$/.test(cc.text(before))) {
      found.push(cc.found(members[0], `Do the ${members.length} tick boxes (${listed(members)}) answer one question? Then they need a named group.`, { level: "review" }));
    }
  }
  return found;
}
