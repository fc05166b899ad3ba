// The text that inherits the page's own lang is, as a whole, in another language.
cc => {
  const html = document.documentElement;
  const tag = (html.getAttribute("lang") ?? "").trim();
  if (!/^[a-z]{2,3}\b/i.test(tag)) return [];   // missing or malformed: axe's rules
  const other = cc.pageIsInOtherLanguage();
  if (!other || other.isScript && other.letters < 12) return [];
  return [cc.found(html, `the page is declared to be in ${cc.languageName(tag)} (lang="${tag}"), but its text is in ` +
    `${other.isScript ? `another script (${other.script})` : cc.languageName(other.lang)}: the language of the page is wrong`)];
}
