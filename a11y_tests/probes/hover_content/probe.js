// What reacts to pointing: by rules with :hover that show something else, or by scripts that listen to the mouse coming in.
cc => {
  const MOST = 8;
  const SHOWS = /^(display|visibility|opacity|height|max-height|width|max-width|left|right|top|bottom|transform|clip|clip-path|margin.*|inset.*|overflow|scale|translate)$/;
  const ENTERS = ["mouseenter", "mouseover", "pointerenter", "pointerover"];
  const found = new Map(), kinds = new Map();
  const add = hovered => {
    if (found.has(hovered) || found.size >= MOST || !cc.isSeen(hovered) || hovered.matches("html, body, main")) return;
    const kind = [hovered.localName, hovered.getAttribute("class"), cc.parent(hovered)?.getAttribute("class"), cc.parent(hovered)?.localName].join("|");
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kinds.get(kind) <= 2) found.set(hovered, true);
  };
  const HOVER = /:hover/;
  const read = rules => {
    for (const rule of rules) {
      if (rule.styleSheet) { try { read(rule.styleSheet.cssRules); } catch { /* of another site */ } }
      if (rule.cssRules?.length && !rule.selectorText) read(rule.cssRules);
      if (!HOVER.test(rule.selectorText ?? "") || ![...rule.style].some(name => SHOWS.test(name))) continue;
      for (const selector of rule.selectorText.split(/,(?![^(]*\))/)) {
        const [before, after] = [selector.slice(0, selector.indexOf(":hover")), selector.slice(selector.indexOf(":hover") + 6)];
        if (!HOVER.test(selector) || !/[\s>+~]/.test(after) || /::|:before|:after/.test(after)) continue;
        try {
          const targets = cc.all(selector.replaceAll(":hover", "")).filter(target => !cc.seen(target) && /\p{L}{2}/u.test(target.textContent));
          if (!targets.length) continue;
          const rest = after.replaceAll(":hover", "");
          for (const hovered of cc.all(before.trim() || "*")) {
            const root = hovered.getRootNode();
            const isFor = targets.some(target => target.getRootNode() === root && (hovered.contains(target) || hovered.parentElement?.contains(target)));
            if (isFor && rest) add(hovered);
          }
        } catch { /* a selector that cannot be asked without :hover */ }
      }
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    if (sheet.media?.mediaText && !matchMedia(sheet.media.mediaText).matches) continue;
    try { read(sheet.cssRules); } catch { /* of another site */ }
  }
  for (const target of cc.handledTargets()) if (target.nodeType === 1 && cc.handlers(target, ...ENTERS).length) add(target);
  return [...found.keys()].map(hovered => cc.found(hovered, "candidate"));
}
