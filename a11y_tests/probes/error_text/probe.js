// Messages that say no more than “error”, at a field that is marked as wrong or in a form without any better message.
cc => {
  const THING = "(value|input|entry|entries|data|format|field|fields|number|answer|response|submission)";
  const GENERIC = new RegExp("^((error|errors)( (in|with) (the |this )?(form|field|input|data))?|(this |the |your |an? )?" + THING + " (is|are|was) (invalid|wrong|incorrect|not valid|bad|not correct|not accepted)|" +
    "(invalid|wrong|incorrect|bad|illegal)( " + THING + ")?|not valid|input error|(an |some |there (is|was) an? )?(error|problem)( has)? occurred|there (is|was) an? (error|problem)|" +
    "(please )?(check|correct|fix|try again)( (the|this|your) " + THING + "| it| again)?|try again|something went wrong|failed|oops|fehler|ungultig|ungultige eingabe|eingabe ungultig|falsche eingabe|erreur|saisie invalide|valeur invalide|error en el campo|valor no valido|invalido)$");
  const isGeneric = text => GENERIC.test(cc.plain(text));
  const SAYS_WRONG = /\b(value|input|entry|data|format|field|eingabe|saisie|valeur|valor)\b/;
  const fields = cc.fields().filter(field => cc.isTextField(field) || field.matches("select,input[type=checkbox],input[type=radio],[role=combobox],[role=listbox]"));
  const found = [], known = new Set();
  const isInvalid = field => field.getAttribute("aria-invalid") === "true";
  const describing = field => ["aria-describedby", "aria-errormessage"].flatMap(attribute => cc.byIds(field, attribute));
  for (const field of fields.filter(isInvalid)) {
    const texts = describing(field).filter(element => cc.seen(element)).map(element => cc.squeeze(cc.text(element))).filter(Boolean);
    if (texts.length && texts.every(isGeneric)) {
      known.add(field);
      found.push(cc.found(field, `the error message of the field ${cc.quoted(cc.name(field), 40)} says only ${cc.quoted(texts[0], 40)}: not what is wrong`));
    }
  }
  // Marked as wrong, and not a word about it: nothing beside it, nothing that names it or leads to it.
  for (const field of fields.filter(isInvalid)) {
    if (known.has(field) || !cc.seen(field) || cc.isDisabled(field) || describing(field).length || cc.description(field) || field.matches("input[type=checkbox],input[type=radio]")) continue;
    const form = cc.closest(field, "form,[role=form],main") ?? document.body, label = cc.bareLabel(cc.labelText(field) || cc.name(field));
    const isLabel = element => cc.closest(element, "label,legend,th,option,button,a,[hidden]") || cc.byIds(field, "aria-labelledby").some(each => cc.contains(each, element));
    const texts = cc.blocks().flatMap(block => block.parts).filter(part => !isLabel(part.element) && cc.hasLetters(part.text));
    const isBeside = texts.some(({ element }) => cc.contains(cc.fieldBox(field), element));
    const isNamed = texts.some(({ element, text }) => cc.contains(form, element) && label && cc.plain(text).includes(label));
    const isLinked = field.id && cc.all("a[href]").some(link => link.hash === `#${field.id}`);
    // Words that are red, or in a box for messages, may be about it where it is the only one.
    const isMessage = ({ element, text }) => cc.closest(element, "[role=alert],[role=status],[aria-live],[class*=error],[class*=invalid],[class*=alert]") || cc.colourName(cc.color(cc.style(element).color) ?? [0, 0, 0]) === "red"
      ? !isGeneric(text) && !/\b(an?|some) (error|problem)s?\b/.test(cc.plain(text)) : false;
    const isAlone = fields.filter(other => other !== field && cc.contains(form, other)).length === 0;
    if (isBeside || isNamed || isLinked || texts.some(part => cc.contains(form, part.element) && isMessage(part)) || isAlone && texts.some(({ element }) => cc.closest(element, "[role=alert]"))) continue;
    known.add(field);
    found.push(cc.found(field, `the field ${cc.quoted(cc.name(field), 40)} is marked as wrong (aria-invalid), and no error message says in text what is wrong`));
  }
  const parts = cc.blocks().flatMap(block => block.parts.map(part => ({ ...part, block: block.element })));
  for (const { element, text, block } of parts) {
    if (!isGeneric(text) || cc.closest(element, "h1,h2,h3,h4,h5,h6,legend,label,button,a,th,td,option,summary,code,dt,[role=heading],[hidden]")) continue;
    const form = cc.closest(element, "form") ?? (fields.length && fields.length <= 3 && !cc.closest(element, "table,nav,header,footer") ? document.body : null);
    const here = fields.filter(field => form && cc.contains(form, field));
    if (!here.length) continue;
    const wrong = here.filter(isInvalid);
    // Its own field: tied to it, in the same box, or right before it.
    const own = here.find(field => describing(field).some(each => cc.contains(each, element))) ?? here.find(field => cc.contains(cc.fieldBox(field), element)) ??
      here.findLast(field => field.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) ?? here[0];
    if (known.has(own)) continue;
    const isMessage = wrong.length > 0 || SAYS_WRONG.test(cc.plain(text)) || element.closest("[role=alert],[class*=error],[class*=invalid]") || describing(own).some(each => cc.contains(each, element)) && own.value;
    // “There is a problem”, and then what and where.
    const detail = box => [...box.querySelectorAll("*")].some(other => other !== element && !cc.contains(other, element) && cc.seen(other) && cc.words(cc.ownText(other)).length >= 3 &&
      !other.matches("label,legend,button,option,h1") && !cc.closest(other, "label,button,nav"));
    const box = cc.closest(element, "[role=alert],[class*=error],[class*=alert],li,p,div") ?? block;
    const isTold = here.some(field => isInvalid(field) && describing(field).some(each => cc.seen(each) && !isGeneric(cc.text(each)) && cc.words(cc.text(each)).length >= 3));
    if (!isMessage || isTold || detail(box) || form !== document.body && detail(form)) continue;
    known.add(own);
    found.push(cc.found(element, `the error message ${cc.quoted(text, 40)} says neither what is wrong nor in which field`));
  }
  return found;
}
