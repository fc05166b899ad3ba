// A text that says how to fill in a field, in the field's own box, which neither its name nor its description holds.
cc => {
  const RULE = new RegExp([
    "\\b(must (be|contain|have|include|start|not)|at least \\w+|at most \\w+|no more than|maximum|minimum|up to \\d|between \\d+ and|format|for example|e\\.g\\.|such as|characters|digits|numbers only|letters only|case.sensitive|use (only )?(letters|numbers|digits)|without spaces|dd.?mm|mm.?dd|yyyy)\\b",
    "(mindestens|höchstens|zum beispiel|z\\.\\s?b\\.|zeichen|ziffern|tt\\.mm)", "(au moins|au maximum|par exemple|caractères|chiffres|jj.mm)",
    "(al menos|como máximo|por ejemplo|caracteres|dígitos)", "(almeno|al massimo|per esempio|ad esempio|caratteri)", "(ten minste|maximaal|bijvoorbeeld|tekens)",
  ].join("|"), "i");
  const HINT_CLASS = /(^|[-_\s])(hint|help|helper|help-?text|form-?text|instructions?|assistive)([-_\s]|$)/i;
  const tiedTo = field => [field, ...cc.ancestors(field).filter(up => up.localName === "fieldset" || up.hasAttribute("role"))]
    .flatMap(element => ["aria-describedby", "aria-labelledby", "aria-errormessage", "aria-details"].flatMap(name => cc.byIds(element, name)));
  const nodesIn = box => cc.blocks().filter(block => cc.contains(box, block.element) || block.parts.some(part => cc.contains(box, part.element)));
  const found = [], seen = new Set();
  for (const field of cc.fields()) {
    if (!(cc.isTextField(field) || field.matches("select,input[type=file]")) || !cc.seen(field) || cc.isDisabled(field)) continue;
    if (!cc.name(field)) continue;   // first of all it needs a name
    const tied = tiedTo(field);
    const heard = cc.plain(`${cc.name(field)} ${cc.description(field)} ${cc.ancestors(field).map(cc.name).join(" ")}`);
    // Meant for the eyes alone, such as a count at every letter, where others are told in their own way.
    const isForEyes = place => cc.isHiddenFromReaders(place) &&
      (!!cc.description(field) || !!box.querySelector("[aria-live],[role=status],[role=log]"));
    const box = cc.fieldBox(field);
    // Right behind the field, wherever it stands.
    for (let next = field.nextElementSibling, step = 0; next && step < 2; next = next.nextElementSibling) {
      if (next.localName === "br") continue;
      step++;
      if (next.matches("label,button,a,input,select,textarea,fieldset,legend,h1,h2,h3,h4,h5,h6,table,[role=status],[aria-live],[role=alert],[role=listbox],datalist") || cc.fields().some(other => cc.contains(next, other))) break;
      const text = cc.seen(next) ? cc.visibleText(next) : "";
      if (!cc.hasLetters(text) || text.length > 300 || isForEyes(next) || next.querySelector("a,button") || seen.has(next)) continue;
      if (RULE.test(text) && !heard.includes(cc.plain(text)) && !tied.some(element => cc.contains(element, next) || cc.contains(next, element))) {
        seen.add(next);
        found.push(cc.found(next, `hint ${cc.quoted(text)} is not tied to the field ${cc.quoted(cc.name(field))} (no aria-describedby)`));
      }
    }
    if (box === field || box.matches("label")) continue;
    for (const block of nodesIn(box)) {
      for (const part of block.parts) {
        const holder = part.element === box || cc.contains(part.element, field) ? null : part.element;
        const whole = holder && cc.contains(box, block.element) && block.element !== box && !cc.contains(block.element, field) ? block.element : holder;
        const text = whole ? cc.visibleText(whole) : part.text;
        const place = whole ?? part.element;
        if (whole && (seen.has(place) || [...seen].some(known => cc.contains(place, known) || cc.contains(known, place))) || !cc.hasLetters(text) || text.length > 300) continue;
        if (!cc.contains(box, place) || cc.closest(part.element, "label,button,a,legend,h1,h2,h3,h4,h5,h6,table,ul li a,[role=status],[aria-live],[role=alert],[role=listbox],[role=tooltip],datalist,option")) continue;
        if (tied.some(element => cc.contains(element, place) || cc.contains(place, element))) continue;
        if (heard.includes(cc.plain(text))) continue;
        if (isForEyes(place)) continue;
        const isRule = RULE.test(text), isHint = !!whole && HINT_CLASS.test(`${whole.className?.baseVal ?? whole.className} ${whole.id}`);
        if (!isRule && !isHint) continue;
        seen.add(place);
        const message = `hint ${cc.quoted(text)} is not tied to the field ${cc.quoted(cc.name(field))} (no aria-describedby)`;
        found.push(isRule ? cc.found(whole ?? field, message)
          : cc.found(whole, `${message}; must one know it to fill in the field?`, { level: "review" }));
      }
    }
  }
  return found;
}
