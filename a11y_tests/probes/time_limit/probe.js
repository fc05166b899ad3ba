// Frames with timers, and controls by which a person may stop a limit from the beginning.
cc => {
  if (!cc.timers.length) return [];
  const NAMES = new RegExp("(no|turn off|switch off|disable|remove|stop|pause|cancel|adjust|change|set|extend|longer) (\\w+ ){0,3}" +
    "(time|timer|timeout|time-out|limit|refresh(ing)?|redirect(ion)?|updates?|reload(ing)?|session|clock|countdown)|more time|extra time|" +
    "stay (on|here|signed|logged)|keep me|auto.?(matic(ally)?)?[ -](refresh|update|reload|log)|(refresh|update|reload)(ing)? (\\w+ )?automatic", "i");
  const controls = cc.elements.filter(element => cc.isSeen(element) && NAMES.test(cc.name(element)) &&
    element.matches("button, input, select, a[href], summary, [role=button], [role=switch], [role=checkbox]"));
  return [cc.found(document.documentElement, "candidate", {
    control: controls.length ? cc.element(controls[0]) : null,
    fields: cc.elements.filter(element => element.matches("input:not([type=hidden]), textarea, select") && !element.disabled && cc.isSeen(element)).length,
  })];
}
