// Required and other fields in one form, and nothing seen that tells them apart.
cc => {
  const MARK = /[*∗＊†•●]|\b(required|mandatory|must|compulsory|needed|obligatory|optional|if you (like|want|wish)|can be left (empty|blank)|pflicht\w*|erforderlich|freiwillig|obligatoire|facultatif|requis|obligatorio|opcional|verplicht|optioneel|obbligatorio|facoltativo)\b/i;
  const found = [];
  const fields = cc.fields().filter(field => cc.seen(field) && !cc.isDisabled(field) && !field.readOnly && field.form &&
    (cc.isTextField(field) || field.localName === "select") && field.type !== "search" && field.matches("input,select,textarea"));
  for (const form of new Set(fields.map(field => field.form))) {
    const own = fields.filter(field => field.form === form);
    const isRequired = field => field.required || field.getAttribute("aria-required") === "true";
    const required = own.filter(isRequired), free = own.filter(field => !isRequired(field));
    const text = cc.visibleText(form), before = [form.previousElementSibling, form.previousElementSibling?.previousElementSibling].filter(Boolean).map(cc.text).join(" ");
    if (!required.length) {
      const starred = own.filter(field => /[*∗＊†]\s*:?$/.test(cc.labelText(field)));
      const isExplained = /[*∗＊†]|asterisk|\bstar/.test(cc.visibleText(form, part => part.localName === "label") + before);
      if (starred.length && starred.length < own.length && !isExplained) found.push(cc.found(starred[0], "Is it clear to all what the star at this label means? Nothing near the form says so, and the field is not marked as required (required).", { level: "review" }));
      continue;
    }
    const isPainted = required.some(field => [...field.labels ?? []].some(label => label.querySelector("img,svg,i,[aria-label]") || ["::before", "::after"].some(pseudo => !/^(none|normal|""|" ")$/.test(cc.style(label, pseudo).content))));
    const placeholders = own.map(field => field.placeholder ?? "").join(" ");
    if (isPainted || MARK.test(placeholders)) continue;
    if (!MARK.test(`${text} ${before}`)) {
      if (free.length) {
        found.push(cc.found(required[0], `the field ${cc.quoted(cc.name(required[0]) || required[0].name, 40)} is required and ${cc.quoted(cc.name(free[0]) || free[0].name, 40)} is not, but no word or sign in the form says so`));
      }
      continue;
    }
    const star = required.find(field => /[*∗＊†]/.test(cc.labelText(field)));
    const words = `${before} ${text}`;
    const explains = /[*∗＊†]\s*(=|:|–|-)?\s*\w*\s*(indicates|means|marks|denotes|shows|required|mandatory|pflicht|obligatoire|obligatorio|must)|(marked|starred|with an?|asterisk|star|stern)\b.{0,40}([*∗＊†]|required|mandatory|pflicht|obligatoire)|required.{0,40}([*∗＊†]|asterisk|star)/i;
    if (star && !explains.test(words)) found.push(cc.found(star, "Is it clear to all that the star marks what is required? Nothing near the form says so.", { level: "review" }));
  }
  return found;
}
