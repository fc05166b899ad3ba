// Elements that react to the mouse and that the keyboard does not reach, or not in the same way.
cc => {
  const MOUSE = ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "dblclick"];
  const KEYS = ["keydown", "keyup", "keypress"];
  const NATIVE = "a[href], area[href], button, input, select, textarea, summary, option, label, iframe, video[controls], audio[controls]";
  const isReached = element => cc.isFocusable(element) && element.tabIndex >= 0;
  const view = innerWidth * innerHeight;
  // A handler that looks which element inside was meant belongs to those elements.
  const DELEGATES = /\.target\b|closest\(|matches\(|composedPath/;
  const own = element => cc.handlers(element, ...MOUSE).filter(handler => !DELEGATES.test(handler.source) || !element.firstElementChild);
  const named = new Set();
  // A list that listens for its items, and does not say which: the first two of a kind stand for all.
  const itemsOf = target => {
    if (target.nodeType !== 1 || target.matches("html, body, main")) return [];
    const items = [...(target.localName === "table" ? target.rows : target.children)];
    const kinds = Map.groupBy(items, item => `${item.localName} ${item.getAttribute("class") ?? ""}`);
    return [...kinds.values()].filter(kind => kind.length > 1).flatMap(kind => kind.slice(0, 2));
  };
  for (const target of cc.handledTargets()) {
    for (const { source } of cc.handlers(target, ...MOUSE)) {
      if (!DELEGATES.test(source)) continue;
      const selectors = [
        ...[...source.matchAll(/(?:matches|closest)\(\s*(["'`])(.+?)\1/g)].map(match => match[2]),
        ...[...source.matchAll(/classList\.contains\(\s*(["'`])([\w-]+)\1/g)].map(match => `.${match[2]}`),
        ...[...source.matchAll(/(?:tagName|nodeName)\s*={2,3}\s*(["'`])(\w+)\1/g)].map(match => match[2]),
        ...[...source.matchAll(/dataset\.(\w+)/g)].map(match => `[data-${match[1].replace(/[A-Z]/g, sign => "-" + sign.toLowerCase())}]`),
      ];
      if (!selectors.length) itemsOf(target).forEach(item => named.add(item));
      for (const selector of selectors) {
        try { for (const element of cc.all(selector)) if (target.nodeType !== 1 || cc.contains(target, element)) named.add(element); }
        catch { /* no selector after all */ }
      }
    }
  }
  const looksPressable = element => cc.style(element).cursor === "pointer" &&
    (!cc.parent(element) || cc.style(cc.parent(element)).cursor !== "pointer") && cc.handlersFor(element, ...MOUSE).length > 0;
  const hasControlInside = element => cc.elements.some(other => other !== element && cc.contains(element, other) &&
    (isReached(other) || other.matches("label")));
  const clicksFor = element => {
    const types = cc.handlers(element, ...MOUSE).map(handler => handler.type);
    return types.length && types.every(type => type === "dblclick") ? 2 : 1;
  };
  const found = [];
  for (const element of cc.elements) {
    if (element === document.body || element === document.documentElement || cc.isDisabled(element)) continue;
    const isOwn = own(element).length > 0;
    if (!isOwn && !named.has(element) && !looksPressable(element)) continue;
    if (!cc.isSeen(element)) continue;
    if (isReached(element)) {
      // A native control sends a click for Enter and Space; one that only listens for the press of the mouse hears nothing.
      const types = new Set(cc.nearHandlers(element).map(handler => handler.type));
      const isDeaf = element.matches("button, a[href], input[type=button], input[type=submit]")
        ? isOwn && !types.has("click") && !KEYS.some(type => types.has(type)) && !element.matches("a[href]:not([href^='#']):not([href^='javascript'])") && !element.form
        : !element.matches(NATIVE) && isOwn && !hasControlInside(element) && !cc.isInteractiveRole(element.getAttribute("role") ?? "");
      if (isDeaf) found.push(cc.found(element, "", { isReached: true, clicks: clicksFor(element) }));
      continue;
    }
    if (cc.ancestors(element).some(up => isReached(up) || up.matches("label, dialog:not([open])"))) continue;
    if (element.matches(NATIVE) || hasControlInside(element)) continue;
    if (cc.closest(element, "[role=listbox],[role=tree],[role=grid],[role=treegrid],[role=menu],[role=menubar],[role=tablist],[role=radiogroup],[aria-activedescendant]")) continue;
    const box = cc.rect(element);
    if (box.width * box.height > view / 2) continue;   // a backdrop, or the page as a whole
    found.push(cc.found(element, "", { isReached: false, clicks: clicksFor(element) }));
  }
  return found.slice(0, 12);
}
