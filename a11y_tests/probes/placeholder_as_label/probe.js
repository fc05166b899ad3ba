// Fields whose only visible words are the placeholder, which goes away with the first letter.
cc => {
  const SEARCH = /search|find|look ?up|such|recherch|buscar|busca|pesquis|cerca|zoek|sok|szukaj|hledat|haku|поиск|пошук|ara\b|بحث|חיפוש|搜|検索|검색|filter/i;
  const isSearch = field => field.type === "search" || cc.role(field) === "searchbox" || !!cc.closest(field, "[role=search],search") ||
    SEARCH.test(`${cc.name(field)} ${field.name} ${field.placeholder}`);
  const peers = field => cc.fields().filter(other => other !== field && other.form === field.form && cc.isTextField(other) && cc.labelText(other));
  return cc.fields().filter(field => cc.isTextField(field) && cc.seen(field) && !cc.isDisabled(field) && !field.readOnly).flatMap(field => {
    const placeholder = cc.squeeze(field.getAttribute("placeholder") ?? field.getAttribute("aria-placeholder"));
    if (cc.hasLetters(cc.labelText(field)) || cc.hasTableHeader(field) || isSearch(field)) return [];
    const near = cc.nearText(field);
    if (near && near.length <= 120) return [];
    if (cc.group(field)) return [];   // one of several parts, such as a telephone number
    if (cc.hasLetters(placeholder)) {
      return [cc.found(field, `the placeholder ${cc.quoted(placeholder)} is the only visible label of this field; it is gone as soon as one types`)];
    }
    if (!cc.name(field)) return [];   // no name at all: axe's label rule
    // Two fields or more with nothing to see but their frames: no picture beside them, no button that says it.
    const isBare = other => cc.isTextField(other) && other.form === field.form && cc.seen(other) && !cc.hasLetters(cc.labelText(other)) && !cc.hasLetters(other.placeholder) && !other.value &&
      !cc.nearText(other) && !cc.group(other) && !cc.hasTableHeader(other) && !isSearch(other) && !cc.fieldBox(other).querySelector("img,svg,i") &&
      [other, cc.parent(other)].every(each => cc.style(each).backgroundImage === "none");
    const isUnlabelled = field.form && isBare(field) && cc.fields().filter(isBare).length >= 2;
    const isOdd = peers(field).length >= 2 || isUnlabelled;
    return [cc.found(field, `field ${cc.quoted(cc.name(field))} has no visible label` + (isUnlabelled ? ": one sees only its frame" : isOdd ? ", unlike its neighbours" : "; is it clear to all what to enter?"),
      isOdd ? {} : { level: "review" })];
  });
}
