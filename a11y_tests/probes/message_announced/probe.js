// Controls worth pressing to see what they do; pressed once for all probes that ask about it. And fields that filter as one types.
cc => {
  const COUNT = /(^|\s)\d+\s+\p{L}/u;
  const isQuiet = block => COUNT.test(block.text) && block.text.length < 80 && !cc.liveRegion(block.element) && !cc.closest(block.element, "label,button,a,th,td,li,option");
  const fields = cc.blocks().some(isQuiet) ? cc.fields().filter(field => cc.isTextField(field) && cc.isSeen(field) && !cc.isDisabled(field) && !field.readOnly &&
    cc.nearHandlers(field, "input", "keyup", "keydown").length > 0).slice(0, 2) : [];
  return [...cc.pressables().map(element => cc.found(element, "candidate")), ...fields.map(field => cc.found(field, "candidate", { isTyped: true }))];
}
