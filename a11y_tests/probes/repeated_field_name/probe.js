// A second field of one form with the same name, description and group as the first.
cc => {
  const scope = field => field.form ?? cc.closest(field, "form,[role=form],[role=search],search,dialog,[role=dialog]") ?? document.body;
  const groupName = field => cc.ancestors(field).filter(up => up.localName === "fieldset" || /^(radio)?group$|^region$|^row$/.test(up.getAttribute("role") ?? "") ||
    up.matches("section,article,dialog")).map(cc.name).join(" / ");
  const headingBetween = (first, second) => cc.all("h1,h2,h3,h4,h5,h6,[role=heading],legend,summary").find(heading => cc.seen(heading) &&
    first.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING && heading.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
  const known = new Map(), found = [];
  for (const field of cc.fields()) {
    if (!cc.isTextField(field) && !field.matches("select,[role=combobox],[role=listbox]") || !cc.seen(field)) continue;
    const name = cc.plain(cc.name(field));
    if (!name || field.type === "search" || cc.hasTableHeader(field)) continue;
    const kind = cc.isTextField(field) ? "text" : "list";
    const key = [kind, name, cc.plain(cc.description(field)), groupName(field)].join("\n");
    const all = known.get(scope(field)) ?? known.set(scope(field), new Map()).get(scope(field));
    const first = all.get(key);
    if (!first) { all.set(key, field); continue; }
    const inItems = cc.closest(field, "li,[role=listitem],tr,[role=row]");
    const message = `two fields of this form are both called ${cc.quoted(cc.name(field))}; neither label, legend nor description tells them apart`;
    // Without a form: only two that stand side by side belong together for sure.
    const place = element => cc.parent(element.labels?.[0] ?? element);
    const isApart = scope(field) === document.body && place(field) !== place(first);
    if (isApart || inItems || headingBetween(first, field) || first.name && first.name === field.name) {
      found.push(cc.found(field, `${message}. Is it clear to all which is which?`, { level: "review" }));
    } else found.push(cc.found(field, message));
  }
  return found;
}
