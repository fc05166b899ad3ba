// Pages whose styles or scripts ask how the screen is held.
cc => {
  const ASKS = /orientation|aspect-ratio/;
  const asks = rules => [...rules].some(rule =>
    ASKS.test(rule.media?.mediaText ?? "") || ASKS.test(rule.conditionText ?? "") ||
    (rule.cssRules?.length ? asks(rule.cssRules) : false) || (rule.styleSheet ? inSheet(rule.styleSheet) : false));
  const inSheet = sheet => {
    if (ASKS.test(sheet.media?.mediaText ?? "")) return true;
    try { return asks(sheet.cssRules); } catch { return false; }   // of another site
  };
  const byScript = () => cc.asksOrientation || cc.handlers(window, "orientationchange").length > 0 ||
    [...document.scripts].some(script => /orientation|innerHeight\s*[<>]=?\s*(?:window\.)?innerWidth|innerWidth\s*[<>]=?\s*(?:window\.)?innerHeight/.test(script.text));
  if (window !== window.top) return [];
  return cc.asksOrientation || [...document.styleSheets].some(inSheet) || byScript() ? [cc.found(document.documentElement, "candidate")] : [];
}
