// Fields that scripts listen to when they change, and controls that scripts listen to when they get the focus.
cc => {
  const MOST_FIELDS = 8, MOST_OTHERS = 4;
  const ON_INPUT = ["change", "input", "keyup", "keydown", "keypress", "click", "blur", "focusout"];
  const ON_FOCUS = ["focus", "focusin"];
  const LEAVES = /location|submit|open\(|navigate|assign|replace|focus\(|href|click\(|alert|showModal|reload/;
  const FIELDS = "select, textarea, input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=file], " +
    "[type=password]), [contenteditable=true], [role=checkbox], [role=switch], [role=radio], [role=combobox], [role=listbox]";
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  // Those near it, and those of the whole page that might leave it.
  const heard = (element, types) => cc.handlersFor(element, ...types).filter(({ target, source }) =>
    (target !== document && target !== window && target !== document.body && target !== document.documentElement) || LEAVES.test(source));
  const isInputField = element => element.matches("select, textarea, input:not([type=checkbox], [type=radio])");
  const isTyped = element => element.matches("textarea, input:not([type=checkbox], [type=radio], [type=range])");
  const ofInput = element => heard(element, ON_INPUT.filter(type => type !== "click" || !isInputField(element)));
  const kinds = new Map();
  const isNew = (element, handlers) => {
    const kind = `${element.localName} ${element.type} ${element.getAttribute("class")} ${handlers.map(({ type, source }) => type + source).join("|")}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return kinds.get(kind) <= (element.localName === "select" ? 2 : 1);
  };
  // Says in the label, the hint, the group or right before the field what will happen.
  const TELLS = /\b(when(ever)? you (choose|select|change|pick|tick|type|enter)|(re)?loaded again|automatic\w*|at once|immediate\w*|as soon as|straight ?away|reloads?|refresh\w*|new (window|tab|page)|(opens|changes|loads|shows|updates|takes you|leads|brings you|moves|jumps|go) (to )?(a|an|the|this|you|on|another|page|next)|will (be|open|change|load|go|take|send|submit|reload|move|jump|update))\b|sofort|automatisch|immédiatement|automatiquement|automáticamente/i;
  const told = field => {
    const group = cc.closest(field, "fieldset, [role=group], [role=radiogroup], form");
    const near = [cc.labelText(field), cc.nearText(field), cc.name(field), cc.description(field), field.title, cc.visibleText(cc.fieldBox(field), part => part === field)];
    const before = cc.fieldBox(field).previousElementSibling;
    if (before && cc.seen(before) && !before.querySelector("input, select, textarea")) near.push(cc.text(before).slice(0, 400));
    const legend = group?.querySelector("legend, p");
    if (legend && cc.seen(legend)) near.push(cc.text(legend).slice(0, 400));
    return TELLS.test(near.join(" "));
  };
  const isFree = element => !cc.isDisabled(element) && !element.readOnly && cc.isTabbable(element) && cc.isThere(element);
  const found = [];
  const fields = cc.all(FIELDS).map(element => ({ element, handlers: isFree(element) || element.type === "radio" ? ofInput(element) : [] }))
    .filter(({ element, handlers }) => handlers.length && cc.isThere(element) && !cc.isDisabled(element) && isNew(element, handlers));
  for (const { element, handlers } of fields.slice(0, MOST_FIELDS)) found.push(cc.found(element, "candidate", {
    on: "input", isTold: told(element), isLeft: isTyped(element) && handlers.some(({ type }) => /change|blur|focusout/.test(type)) }));
  const others = cc.all(CONTROLS).map(element => ({ element, handlers: isFree(element) ? heard(element, ON_FOCUS) : [] }))
    .filter(({ element, handlers }) => handlers.length && isNew(element, handlers));
  for (const { element } of others.slice(0, MOST_OTHERS)) found.push(cc.found(element, "candidate", { on: "focus", isTold: false, isLeft: false }));
  return found;
}
