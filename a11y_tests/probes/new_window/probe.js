// target="_blank" without a word of it (H83); advice where a sign may say it.
cc => {
  const SAYS = /\b(new|another|separate|external)\b.{0,20}\b(window|tab|page|site|link)\b|\bopens (in|a)\b|external|neue[ns]? (fenster|tab)|nouvel(le)? (fenêtre|onglet)|nueva (ventana|pestaña)|nuova (finestra|scheda)|nieuw (venster|tabblad)|новом окне|новой вкладке/i;
  const all = cc.all("a[target],area[target]").filter(link => /^(_blank|_new)$/i.test(link.target) && link.href && cc.seen(link));
  // Buttons, and links that are none, whose script opens a window.
  const openers = cc.all("button,input[type=button],[role=button],a:not([target])").filter(each => cc.seen(each) && !cc.isDisabled(each) &&
    cc.handlers(each, "click").some(handler => /\bwindow\.open\(|(^|[^.\w])open\(\s*["'`]/.test(handler.source)));
  all.push(...openers);
  const silent = all.filter(link => !SAYS.test(`${cc.name(link)} ${cc.description(link)} ${link.title}`));
  const toldForAll = cc.blocks().some(block => /\b(all|these|external|the) .{0,30}links? .{0,30}(new (window|tab))|opens? in (a )?new (window|tab)s?/i.test(block.text) && !block.element.closest("a"));
  if (toldForAll) return [];
  const drawn = new Set(cc.pseudoElements().map(({ element }) => element));
  const hasSign = link => !!link.querySelector("svg,img,i,[class*=icon]") || [link, ...link.querySelectorAll("*")].some(part => drawn.has(part) || cc.style(part).backgroundImage !== "none") ||
    /external|blank|new-?tab|out/i.test(`${link.getAttribute("class")} ${(link.rel ?? "").includes("external")}`) || /[↗⧉🗗]/u.test(cc.text(link)) || cc.isCode(link);
  return silent.slice(0, 10).map(link => cc.found(link, `${openers.includes(link) && link.localName !== "a" ? "button" : "link"} ${cc.quoted(cc.name(link), 40)} opens a new window and does not say so`, hasSign(link) ? { level: "advice" } : {}));
}
