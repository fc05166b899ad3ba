// What reports show of a page, taken after it has been judged: its title, the kinds of content on it, the words that
// people wrote, and for each place the code without these words and where it stands. `cc` is the audit's library.
(selectors, mark) => {
  const OWN_SITE = "body > a.skip + header";
  // What Curbcut calls the words of participants; on other sites an .entry may be anything.
  const zones = document.querySelector(OWN_SITE)
    ? ".note-text, .own-text, .given-back, .entry, bdi:not(.join-code, .note-meta bdi)" : ".note-text, .own-text, .given-back";
  const TYPED = "input:not([type=button], [type=submit], [type=reset], [type=image], [type=checkbox], [type=radio], " +
    "[type=range], [type=color])";
  const typed = cc.all(`${TYPED}, textarea`);
  const inZone = element => cc.closest(element, zones) !== null;

  const filled = typed.filter(field => field.type !== "hidden" && field.value);
  const outer = cc.all(zones).filter(zone => zone.textContent.trim() && !(zone.parentElement && inZone(zone.parentElement)));
  // Whole and piece by piece: what stands around a link in it is found again beside another link.
  const pieces = zone => {
    const texts = document.createTreeWalker(zone, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode.data);
    return found;
  };
  const written = [
    ...outer.flatMap(zone => [zone.textContent, ...pieces(zone)]),
    ...filled.map(field => field.value),
    ...typed.filter(field => field.type !== "hidden").map(field => field.getAttribute("value") ?? field.textContent),
  ].map(cc.squeeze).filter(Boolean);

  const hide = (original, copy, hidden) => {
    hidden ||= original.matches(zones);
    if (original.matches(`${TYPED}, textarea`) && (original.value || copy.getAttribute("value"))) {
      copy.localName === "textarea" ? copy.textContent = mark : copy.setAttribute("value", mark);
    }
    for (const name of hidden ? ["title", "alt", "aria-label", "value", "placeholder"] : []) {
      if (copy.getAttribute(name)) copy.setAttribute(name, mark);
    }
    [...original.children].forEach((child, number) => hide(child, copy.children[number], hidden));
    if (hidden) for (const node of [...copy.childNodes]) if (node.nodeType === 3 && node.data.trim()) node.data = mark;
  };
  const shown = element => {
    const copy = element.cloneNode(true);
    hide(element, copy, inZone(element));
    return copy.outerHTML.length <= 300 ? copy.outerHTML : `${copy.outerHTML.slice(0, 299)}…`;
  };

  const box = rect => [rect.left + scrollX, rect.top + scrollY, rect.width, rect.height].map(Math.round);
  const places = {};
  for (const selector of selectors) {
    let element = null;
    try { element = cc.find(selector); } catch { /* an engine's selector that the browser does not know */ }
    if (!element) continue;
    const seen = cc.isRendered(element) && element !== document.documentElement && element !== document.body;
    const rect = cc.rect(element);
    places[selector] = {
      html: shown(element), tag: element.localName, name: cc.name(element) || cc.text(element), role: cc.role(element),
      isHidden: inZone(element), box: seen && rect.width >= 2 && rect.height >= 2 ? box(rect) : null,
    };
  }

  const has = selector => cc.elements.some(element => element.matches(selector));
  const isScript = script => !/json|importmap|speculationrules/.test(script.type);
  const hasHandler = cc.elements.some(element =>
    element.getAttributeNames().some(name => name.startsWith("on")) || /^\s*javascript:/i.test(element.getAttribute("href")));
  const painted = element => [null, "::before", "::after"].some(part => {
    const style = getComputedStyle(element, part);
    return /url\(/.test(style.backgroundImage + style.content + style.listStyleImage);
  });
  const content = Object.entries({
    media: has("audio, video, object, embed, bgsound"),
    image: has("img, svg, canvas, picture, area, object, embed, input[type=image]") || cc.elements.some(painted),
    field: has("input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea, " +
      "[contenteditable], [role=textbox], [role=searchbox], [role=combobox], [role=listbox], [role=slider], " +
      "[role=spinbutton], [role=checkbox], [role=radio], [role=switch]"),
    form: has("form"),
    link: has("a[href], area[href], [role=link]"),
    script: [...document.scripts].some(isScript) || hasHandler,
    motion: document.getAnimations().length > 0 || has("marquee, blink, animate, animateTransform, animateMotion"),
  }).filter(([, isThere]) => isThere).map(([kind]) => kind);

  return {
    title: document.title.trim(), content, written: [...new Set(written)], hidden: outer.length + filled.length, places,
    covers: [...cc.all(zones), ...filled].filter(cc.isRendered).map(element => box(cc.rect(element))),
  };
}
