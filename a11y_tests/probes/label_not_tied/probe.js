// A label whose `for` leads nowhere or to the wrong field while a field stands right beside it.
cc => {
  const LABELABLE = "button,input:not([type=hidden]),meter,output,progress,select,textarea";
  const isField = element => element.matches(LABELABLE) && !element.matches("button,input[type=submit],input[type=button]");
  // The field that one takes the label to belong to: alone with it in a box, or the next thing after it.
  const besideIt = label => {
    const parent = cc.parent(label);
    if (!parent) return null;
    const inside = [...parent.querySelectorAll(LABELABLE)].filter(field => isField(field) && cc.isThere(field));
    const labels = parent.querySelectorAll("label").length;
    if (inside.length === 1 && labels === 1) return inside[0];
    let next = label.nextElementSibling;
    if (next?.localName === "br") next = next.nextElementSibling;
    if (next && isField(next) && cc.isThere(next) && !/radio|checkbox/.test(next.type)) return next;
    return null;
  };
  const found = [];
  for (const label of cc.all("label")) {
    if (!cc.seen(label) || !cc.hasLetters(cc.text(label))) continue;
    const goal = label.getAttribute("for");
    const beside = label.querySelector(LABELABLE) ? null : besideIt(label);
    const words = cc.quoted(cc.visibleText(label));
    if (!label.control) {
      const isTiedByAria = beside && cc.byIds(beside, "aria-labelledby").some(part => part === label || label.contains(part));
      const known = goal && label.getRootNode().getElementById?.(goal);
      // A made-up widget is often named by its label through aria-labelledby.
      const isUsed = !!label.id && cc.elements.some(other => other.matches("[aria-labelledby]") && cc.byIds(other, "aria-labelledby").includes(label));
      if (isTiedByAria || isUsed || known && cc.isExposed(known) && cc.plain(cc.name(known)).includes(cc.plain(cc.text(label)))) continue;
      if (beside && !cc.plain(cc.name(beside)).includes(cc.plain(cc.text(label)))) {
        found.push(cc.found(label, goal === null ? `label ${words} is not tied to the field beside it: it has no for attribute`
          : `label ${words} is tied to no field: its for attribute “${goal}” does not name one`));
      } else if (goal !== null && !known && cc.hasLetters(goal) && !beside) {
        found.push(cc.found(label, `label ${words} is for “${goal}”, which is not on the page; is its field missing?`, { level: "review" }));
      }
    } else if (beside && label.control !== beside && !label.contains(label.control)) {
      const tied = [...beside.labels ?? []];
      const isNamedNear = tied.some(other => cc.parent(other) === cc.parent(label));
      // The field beside it has another label elsewhere, or none: the two were mixed up.
      const otherSide = tied[0] ? besideIt(tied[0]) : null;
      if (!isNamedNear || otherSide && otherSide !== beside) {
        found.push(cc.found(label, `label ${words} stands at one field but is tied to another (${cc.quoted(cc.name(label.control) || label.control.name || goal)})`));
      }
    }
  }
  return found;
}
