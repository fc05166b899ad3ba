// Fields and buttons called “Label”, “Input 1” or “Lorem ipsum”.
cc => {
  const STAND_IN = /^((form|input|text|data) ?field|input|text ?box|text ?input|label( text)?|your label here|label here|field label|enter label|placeholder( text)?|lorem ipsum.*|untitled|unnamed|undefined|null|nan|tbd|todo|xxx|enter text here|your text here|insert text here|feld|eingabefeld|textfeld|beschriftung|champ|libelle|campo|etiqueta)( ?\d{1,2})?$/;
  const BUTTON = /^(untitled|unnamed|placeholder|lorem ipsum.*|undefined|null|nan|tbd|todo|xxx|button ?\d{1,2}|button (label|text)|your button here|click|click here|click me|do it|press|press here|press me|push|push me|knopf|schaltflache|bouton)$/;
  const NUMBERED = /^(field|feld|question|frage) ?\d{1,2}$/;
  const buttons = cc.elements.filter(element => cc.role(element) === "button" && cc.seen(element) && !element.matches("input[type=file]"));
  const found = [];
  for (const field of cc.fields()) {
    const name = cc.bareLabel(cc.name(field));
    if (STAND_IN.test(name) && !cc.group(field)) found.push(cc.found(field, `the label ${cc.quoted(cc.name(field))} does not say what the field is for`));
    else if (NUMBERED.test(name) && /^(field|feld)/.test(name) && cc.fields().filter(other => NUMBERED.test(cc.bareLabel(cc.name(other)))).length >= 2 && !cc.group(field) && !cc.squeeze(cc.description(field))) {
      found.push(cc.found(field, `the label ${cc.quoted(cc.name(field))} does not say what the field is for`));
    } else if (NUMBERED.test(name)) found.push(cc.found(field, `Is it clear what to enter in ${cc.quoted(cc.name(field))}?`, { level: "review" }));
  }
  for (const button of buttons) {
    if (BUTTON.test(cc.plain(cc.name(button)))) {
      found.push(cc.found(button, `the button’s words ${cc.quoted(cc.name(button))} do not say what it does`, { act: [] }));
    } else if (/^(button|go|ok|submit button|knopf|more|here)$/.test(cc.plain(cc.name(button)))) {
      found.push(cc.found(button, `Is it clear what the button ${cc.quoted(cc.name(button))} does?`, { level: "review", act: [] }));
    }
  }
  return found;
}
