// Fields that scripts listen to while one types, and that say nothing of a list; with letters worth typing there.
cc => {
  const TELLS = ["aria-expanded", "aria-controls", "aria-owns", "aria-haspopup", "aria-autocomplete", "aria-activedescendant", "list"];
  const fields = cc.fields().filter(field => field.matches("input:not([type]), input[type=text], input[type=search], [contenteditable]") && cc.isSeen(field) && !cc.isDisabled(field) && !field.readOnly &&
    !TELLS.some(name => field.hasAttribute(name)) && !cc.closest(field, "[role=combobox]") && cc.nearHandlers(field, "input", "keyup", "keydown", "keypress").length > 0);
  if (!fields.length) return [];
  // Lists of words in scripts and in the page's data: the beginnings of the first of each.
  const sources = [...document.scripts].map(script => script.textContent.slice(0, 20000));
  const lists = sources.flatMap(source => [...source.matchAll(/\[\s*(["'`][^"'`\n]{2,40}["'`]\s*,\s*){2,}/g)].map(match => match[0].match(/["'`]([^"'`\n]+)/)[1]));
  const objects = sources.flatMap(source => [...source.matchAll(/["']?(?:name|label|title|text|value)["']?\s*:\s*["'`]([\p{L}][^"'`\n]{2,40})["'`]/gu)].slice(0, 1).map(match => match[1]));
  const starts = [...new Set([...lists, ...objects].filter(word => /^\p{L}{2}/u.test(word)).map(word => word.slice(0, 3).toLowerCase()))].slice(0, 2);
  return fields.slice(0, 2).map(field => cc.found(field, "candidate", { starts: starts.length ? starts : ["a"] }));
}
