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
  // Words that styles draw (content) while one points: [{rule, selector of what is pointed at, pseudo}].
  const drawings = [], selectors = [];
  const drawn = () => {
    const all = [];
    for (const { before, pseudo, content } of drawings) {
      const rest = selectors.filter(selector => /:focus|:active|:target|\[open\]|:checked/.test(selector) && selector.includes(`:${pseudo}`)).map(selector => selector.replace(/::?(before|after)$/, ""));
      let targets = [];
      try { targets = cc.all(before || "*"); } catch { continue; }
      for (const element of targets.slice(0, 40)) {
        if (all.length >= 3 || !cc.isSeen(element)) continue;
        const now = cc.style(element, `::${pseudo}`);
        const isDrawn = !/^(none|normal|"")$/.test(now.content) && now.display !== "none" && now.visibility !== "hidden" && parseFloat(now.opacity) > 0.05;
        const source = content || now.content;
        const words = cc.squeeze(source.replace(/attr\(\s*([\w-]+)[^)]*\)|"((?:[^"\\]|\\.)*)"/g, (_, name, text) => name ? element.getAttribute(name) ?? "" : text).replace(/counters?\([^)]*\)|url\([^)]*\)/g, ""));
        if (isDrawn || cc.words(words).length < 4 || !/\p{L}{3}/u.test(words)) continue;
        const stops = [element, ...element.querySelectorAll("*")].filter(cc.isTabbable);
        const isFocused = rest.some(selector => {
          try { return [element, ...stops].some(each => each.matches(selector.replace(/:focus(-visible|-within)?|:active|:target|:checked/g, "") || "*")); } catch { return true; }
        }) && stops.length > 0;
        const said = cc.plain(`${cc.name(element)} ${cc.description(element)} ${document.body.innerText}`);
        if (isFocused || said.includes(cc.plain(words))) continue;
        all.push(cc.found(element, "candidate", { drawn: words.slice(0, 80) }));
      }
    }
    return all;
  };
  const read = rules => {
    for (const rule of rules) {
      if (rule.styleSheet) { try { read(rule.styleSheet.cssRules); } catch { /* of another site */ } }
      if (rule.cssRules?.length && !rule.selectorText) read(rule.cssRules);
      for (const selector of (rule.selectorText ?? "").split(/,(?![^(]*\))/).map(each => each.trim())) {
        const pseudo = selector.match(/::?(before|after)$/)?.[1];
        if (!pseudo) continue;
        selectors.push(selector);
        const before = selector.replace(/::?(before|after)$/, "");
        const shows = rule.style.content && !/^(none|normal|"")$/.test(rule.style.content) || ["display", "visibility", "opacity"].some(name => rule.style[name] && !/^(none|hidden|0)$/.test(rule.style[name]));
        if (/:hover$/.test(before) && shows && !/:hover.*:hover/.test(before)) drawings.push({ before: before.replace(":hover", ""), pseudo, content: rule.style.content });
      }
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
  return [...[...found.keys()].map(hovered => cc.found(hovered, "candidate")), ...drawn()];
}
