// “Confirm your e-mail” beside “E-mail”, and two addresses without “the same as”: questions for a person.
cc => {
  const AGAIN = /\b(confirm|repeat|re ?enter|re ?type|retype|again|verify|second time|bestatigen|wiederholen|nochmals?|erneut|confirmer|confirmez|repeter|repetez|de nouveau|confirmar|confirme|repetir|repita|otra vez|conferma|ripeti)\b/;
  const SAME = /\b(same|copy|identical|use (my|the)|different|gleich|identisch|ubernehmen|identique|meme|mismo|misma|igual|stesso|copier|copiar)\b/;
  const TWO = [[/\b(billing|invoice|rechnung\w*|facturation|facturacion)\b/, /\b(delivery|shipping|liefer\w*|livraison|envio|entrega)\b/], [/\b(home|residential|permanent)\b/, /\b(postal|mailing|correspondence)\b/]];
  const found = [];
  const fields = cc.fields().filter(field => cc.seen(field) && (cc.isTextField(field) || field.localName === "select") && !cc.isDisabled(field));
  const nameOf = field => cc.plain(`${cc.name(field)}`);
  const groupOf = field => cc.plain(`${cc.ancestors(field).filter(up => up.matches("fieldset,[role=group],section")).map(cc.name).join(" ")} ${field.getAttribute("autocomplete") ?? ""} ${cc.name(field)}`);
  const scope = field => field.form ?? document.body;
  for (const field of fields) {
    if (!AGAIN.test(nameOf(field)) || field.type === "password") continue;
    const rest = nameOf(field).replace(new RegExp(AGAIN, "g"), " ").split(" ").filter(word => word.length > 2 && !/^(your|please|the|ihre|votre|su)$/.test(word));
    const first = fields.find(other => other !== field && scope(other) === scope(field) && other.type === field.type && rest.length && rest.every(word => nameOf(other).includes(word)));
    if (first) found.push(cc.found(field, `Must ${cc.quoted(cc.name(first), 40)} really be entered twice (${cc.quoted(cc.name(field), 40)})?`, { level: "review" }));
  }
  for (const place of new Set(fields.map(scope))) {
    const own = fields.filter(field => scope(field) === place);
    for (const [one, other] of TWO) {
      const sets = [own.filter(field => one.test(groupOf(field))), own.filter(field => other.test(groupOf(field)))];
      if (sets.some(set => set.length < 2)) continue;
      const bare = field => cc.bareLabel(cc.name(field)).replace(one, "").replace(other, "").trim();
      const shared = sets[1].filter(field => sets[0].some(first => bare(first) === bare(field)));
      const offers = cc.elements.some(element => cc.contains(place, element) && /^(checkbox|radio|button|switch|link)$/.test(cc.role(element)) && SAME.test(cc.plain(cc.name(element))));
      if (shared.length >= 2 && !offers) {
        const later = sets.flat().toSorted((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1).find(field => sets.some(set => set[0] === field) && field !== sets.flat().toSorted((a, b) => a.compareDocumentPosition(b) & 4 ? -1 : 1)[0]);
        const isSure = one === TWO[0][0] && shared.length >= 3 && !SAME.test(cc.plain(cc.text(place))) && !/\b(empty|blank|optional)\b/.test(cc.plain(cc.text(place)));
        found.push(isSure ? cc.found(later ?? shared[0], "two addresses are asked for, to send to and to bill, and nothing lets one say that they are the same: one must type it twice")
          : cc.found(later ?? shared[0], "Two addresses are asked for, and nothing lets one say that they are the same: must it be typed twice?", { level: "review" }));
      }
    }
  }
  return found;
}
