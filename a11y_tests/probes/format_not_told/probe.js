// A pattern that demands signs at certain places (27/03/1990), and no word, example or placeholder that says so.
cc => {
  const DIGITS = "(?:\\\\d|\\[0-9\\]|\\[\\\\d\\]|\\(\\??:?\\\\d|\\(\\??:?\\[0-9\\]|\\([01]\\[|\\(0\\[)";
  const BETWEEN = new RegExp(`${DIGITS}.*?(?:\\\\?[/:]|\\\\[.]|\\[.]|-(?![0-9a-zA-Z]\\])).*?${DIGITS}`);
  const OPTIONAL = /(?:\\?[/:.-]|\[[^\]]*[/. -][^\]]*\])[?*]/;
  const TELLS = /\d\s?[/.:-]\s?\d|\b(dd|mm|yy|yyyy|hh|tt|jj|jjjj|aaaa|aa)\b|format|slash|hyphen|dash|dots?\b|colon|schrägstrich|bindestrich|punkt|example|e\.g\.|such as|zum beispiel|exemple|ejemplo|#{2,}|x{2,}|\d{3}|_{2,}/i;
  const found = [];
  for (const field of cc.all("input[pattern]")) {
    if (!cc.seen(field) || cc.isDisabled(field) || field.readOnly || !/^(text|tel|search)$/.test(field.type) || field.value) continue;
    if (!BETWEEN.test(field.pattern) || OPTIONAL.test(field.pattern)) continue;
    const box = cc.fieldBox(field), group = cc.closest(field, "fieldset,[role=group]");
    const before = box.previousElementSibling, after = box.nextElementSibling;
    const near = [cc.name(field), cc.description(field), field.placeholder, field.title, cc.text(box), cc.labelText(field), group ? cc.text(group) : "",
      ...[before, after].filter(each => each && !each.querySelector("input,select,textarea")).map(each => cc.text(each))].join(" ");
    // Nowhere in its form either: an instruction at the top speaks of all fields.
    const form = field.form ? cc.text(field.form) : "";
    if (TELLS.test(near) || TELLS.test(form)) continue;
    found.push(cc.found(field, `the field ${cc.quoted(cc.name(field), 40)} takes only one way of writing (pattern ${field.pattern}), and nothing says which`));
  }
  return found;
}
