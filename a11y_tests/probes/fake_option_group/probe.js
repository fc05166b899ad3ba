// H85: options that stand as headings among the options of a select.
cc => cc.all("select").filter(select => cc.seen(select) && !select.querySelector("optgroup")).flatMap(select => {
  const options = [...select.options];
  const LINES = /^[\s\u00a0]*[-–—=_*~#.]{2,}\s*\p{L}.*?[-–—=_*~#.]{2,}[\s\u00a0]*$/u;
  const isIndented = option => /^[\u00a0\u2003\u2002]{2,}|^[-–—]{1,2}\s|^[\u00a0]*[└├›»•]/u.test(option.text) || /^(\u00a0|&nbsp;|\s){2,}/.test(option.textContent.replace(/^\n\s*/, ""));
  const heads = options.filter((option, i) => i > 0 || options.length > 3 ? LINES.test(option.text) || option.disabled && i < options.length - 1 && cc.hasLetters(option.text) && options[i + 1] && !options[i + 1].disabled && i > 0 : false);
  const lined = options.filter(option => LINES.test(option.text));
  const found = message => [cc.found(select, message)];
  if (lined.length >= 2) return found(`options such as ${cc.quoted(lined[0].text, 30)} are headings of groups made with lines; there is no optgroup`);
  const disabled = heads.filter(option => option.disabled);
  const groups = options.findIndex(option => option === disabled[0]) <= 1;
  if (disabled.length >= 2 && (groups || disabled.every(option => !/sold out|full|unavailable|not available|ausgebucht|complet/i.test(option.text)))) {
    const next = disabled.map(option => options[options.indexOf(option) + 1]);
    if (next.every(option => isIndented(option))) return found(`options such as ${cc.quoted(disabled[0].text, 30)} are headings of groups that cannot be chosen; there is no optgroup`);
    return [cc.found(select, `Are the options that cannot be chosen (${cc.quoted(disabled[0].text, 30)} …) names of groups? Then they need optgroup.`, { level: "review" })];
  }
  const indented = options.filter(isIndented);
  const plain = options.filter(option => !isIndented(option) && cc.hasLetters(option.text));
  if (indented.length >= 4 && plain.length >= 2 && plain.filter(option => isIndented(options[options.indexOf(option) + 1] ?? option)).length >= 2) {
    return [cc.found(select, "Options are indented with spaces or dashes: do the others name groups? Then they need optgroup.", { level: "review" })];
  }
  return [];
})
