// Three ways to fail: a skip link that leads nowhere, one that leads to where Tab would go anyway, and a block of links before the content with nothing to get past it.
cc => {
  if (window.parent !== window || !document.body) return [];
  const found = [];
  const targetOf = link => {
    const id = decodeURIComponent(link.hash.slice(1));
    return document.getElementById(id) ?? document.getElementsByName(id)[0] ?? null;
  };
  const samePage = link => link.hash.length > 1 && link.href.split("#")[0] === location.href.split("#")[0];
  const links = cc.all("a[href]").filter(link => cc.isRendered(link) && cc.isTabbable(link));
  const SKIP = /^(skip|jump|go (straight )?to|straight to|zum (haupt)?inhalt|(direkt )?zum inhalt|aller au contenu|passer au|saltar|ir al|vai al|salta|hoppa|spring|gå til|przejdź|ga naar|naar (de )?inhoud)\b/i;
  const skips = links.filter(link => samePage(link) && (SKIP.test(cc.name(link) || cc.text(link))));
  const leads = skips.filter(link => { const target = targetOf(link); return target && (cc.isRendered(target) || target.localName === "a" && target.checkVisibility()); });
  // Tab goes on from the target: past nothing, if that is the link again or the menu that comes next in any case.
  const MENU = "nav, [role=navigation], header, [role=banner]", CONTENT = "main, [role=main], article, [role=article]";
  const stops = cc.elements.filter(element => cc.isTabbable(element));
  const isAfter = (one, other) => (one.compareDocumentPosition(other) & 4) > 0;
  const skipsNothing = link => {
    const target = targetOf(link);
    if (target === link || target.contains(link)) return true;
    const first = stops.find(stop => stop === target || isAfter(target, stop));
    const isNext = first && first === stops[stops.indexOf(link) + 1] && isAfter(link, target);
    const isText = element => (element === target || isAfter(target, element)) && isAfter(element, first) && cc.ownText(element).length > 40;
    return isNext && !!cc.closest(first, MENU) && !cc.closest(first, CONTENT) && !cc.elements.some(isText);
  };
  const works = leads.filter(link => cc.handlersFor(link, "click").length > 0 || !skipsNothing(link));
  for (const link of skips) {
    if (works.includes(link) || cc.handlersFor(link, "click").length || link.hash === "#top") continue;
    // Beside one that works, another may lead to the menu on purpose.
    if (leads.includes(link) && works.length) continue;
    const why = leads.includes(link) ? "skips nothing: from there Tab goes to what it should skip" :
      targetOf(link) ? `leads nowhere: what has the id “${link.hash.slice(1)}” is hidden` : `leads nowhere: nothing on the page has the id “${link.hash.slice(1)}”`;
    found.push(cc.found(link, `the skip link “${cc.name(link) || cc.text(link)}” ${why}`, { act: works.length ? [] : ["ye5d6e"] }));
  }
  if (works.length) return found;
  const isHeading = element => cc.role(element) === "heading" && cc.text(element) !== "" || /^h[1-6]$/.test(element.localName) && cc.isExposed(element);
  if (cc.elements.some(element => /^(main|region)$/.test(cc.role(element)) || element.localName === "main" && cc.isRendered(element))) return found;
  // Runs of links with hardly a word between them, before the first longer text.
  const words = element => cc.squeeze(element.innerText ?? "").length;
  const blocks = cc.all("nav, [role=navigation], ul, ol, header, aside, div, p, table").filter(block => {
    const inside = links.filter(link => cc.contains(block, link));
    if (inside.length < 3 || !cc.isSeen(block)) return false;
    const linked = inside.reduce((sum, link) => sum + words(link), 0);
    return linked > 0.7 * words(block) && inside.filter(link => !samePage(link)).length >= 3;
  });
  const block = blocks[0];
  if (!block) return found;
  const after = cc.elements.filter(element => block.compareDocumentPosition(element) & 4 && !block.contains(element));
  const texts = after.filter(element => cc.ownText(element).length > 40 && cc.isSeen(element) && !element.closest("a, footer, script, style"));
  const length = texts.reduce((sum, element) => sum + cc.ownText(element).length, 0);
  // A handful of words: only past a menu or many links.
  const linked = links.filter(link => cc.contains(block, link)).length;
  if (length < 150 && !(length >= 80 && linked >= 3 && (linked >= 5 || block.closest("nav,[role=navigation]")))) return found;
  const before = element => texts[0] && (element.compareDocumentPosition(texts[0]) & 4 || element.contains(texts[0]));
  const hasHeading = after.some(element => isHeading(element) && before(element));
  const isHidable = cc.all("details, [aria-expanded]").some(element => element.contains(block) || element.nextElementSibling?.contains(block) || cc.byIds(element, "aria-controls").some(other => other.contains(block)));
  if (!hasHeading && !isHidable) {
    found.push(cc.found(block, "no way past the links that the page begins with: there is no skip link, no main part and no heading where the content begins"));
  }
  return found;
}
