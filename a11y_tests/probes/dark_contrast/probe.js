// Does the page look different where people have chosen dark colours?
cc => {
  const DARK = /prefers-color-scheme/;
  const isAbout = rules => [...rules].some(rule => rule.media && DARK.test(rule.media.mediaText) ||
    rule.style?.cssText.includes("light-dark(") || rule.cssRules && isAbout(rule.cssRules));
  const hasRules = [...document.styleSheets].some(sheet => {
    try { return DARK.test(sheet.media.mediaText) || isAbout(sheet.cssRules); }
    catch { return true; }   // the sheet of another origin: it may
  });
  const isOfBrowser = /dark/.test(cc.style(document.documentElement).colorScheme);
  const isScripted = [...document.scripts].some(script => !script.src && DARK.test(script.textContent));
  return hasRules || isOfBrowser || isScripted ? [cc.found(document.documentElement, "candidate", { isScripted })] : [];
}
