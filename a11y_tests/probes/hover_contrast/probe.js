// Candidates: controls whose colours a :hover or :focus rule changes, one for each rule.
cc => {
  const STATE = /:(hover|focus-visible|focus-within|focus)(?![\w-])/;
  const rules = [];
  const read = list => {
    for (const rule of list) {
      if (rule.styleSheet) { try { read(rule.styleSheet.cssRules); } catch { /* of another site */ } }
      if (rule.media && !matchMedia(rule.media.mediaText).matches) continue;
      if (rule.selectorText && STATE.test(rule.selectorText) && (rule.style.color || rule.style.backgroundColor || rule.style.background || rule.style.opacity)) rules.push(rule.selectorText);
      if (rule.cssRules?.length) read(rule.cssRules);
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) { try { read(sheet.cssRules); } catch { /* of another site */ } }
  const CONTROLS = "a[href],button,summary,label,input[type=submit],input[type=button],[role=button],[role=link],[role=tab],[role=menuitem],[tabindex]";
  const known = new Set(), found = [];
  for (const text of rules) {
    for (const part of text.split(/,(?![^(]*\))/)) {
      if (!STATE.test(part) || /::|:(before|after|not\([^)]*(hover|focus))/.test(part) || found.length >= 20) continue;
      const bare = part.replace(/:(hover|focus-visible|focus-within|focus)(?![\w-])/g, "").trim().replace(/(^|[\s>+~])$/, "$1*");
      let all = [];
      try { all = [...document.querySelectorAll(bare)]; } catch { continue; }
      const element = all.find(each => each.closest(CONTROLS) && cc.seen(each) && cc.hasLetters(cc.text(each) || each.value || "") && !cc.isDisabled(each.closest(CONTROLS)));
      if (!element || known.has(element)) continue;
      known.add(element);
      found.push(cc.found(element, "candidate"));
    }
  }
  return found;
}
