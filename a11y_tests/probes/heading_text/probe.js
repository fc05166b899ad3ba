// Empty headings, words that stand in for a heading, and (advice) gaps in the levels.
cc => {
  const STAND_IN = new Set(("heading|headline|title|subtitle|your heading here|heading here|title here|your title here|insert heading|insert title|insert title here|insert heading here|" +
    "add title|add title here|add heading|enter title|enter title here|enter heading|untitled|untitled section|no title|placeholder|placeholder text|placeholder heading|tbd|tba|todo|to do|xxx|test heading|heading text|this is a heading|this is a title|" +
    "h1|h2|h3|h4|h5|h6|uberschrift|titel hier|platzhalter|ohne titel|titre ici|sans titre|titulo|sin titulo|encabezado|senza titolo|intestazione|naamloos").split("|"));
  // A component's example may say “Section title”; a page should not.
  const MAYBE = new Set("section|section title|section heading|section header|page title|page heading|main heading|header|subheading|sub heading|new page|new section|sample heading|sample title|test|abschnitt|titel|titre|titolo|kop".split("|"));
  const isStandIn = text => STAND_IN.has(text) || /^(heading|headline|title|uberschrift|titre|titulo) ?(\d{1,2}|one|two|three)$/.test(text) || /^lorem ipsum\b/.test(text);
  const isMaybe = text => MAYBE.has(text) || /^(section|section title|section heading|header|h) ?(\d{1,2}|level \d)$/.test(text) || /^(heading|title) level \d$|^h[1-6] heading$/.test(text);
  const found = [];
  const headings = cc.elements.filter(element => element.matches("h1,h2,h3,h4,h5,h6,[role=heading]") &&
    (!element.hasAttribute("role") || element.getAttribute("role").trim() === "heading"));
  let before = 0;
  for (const heading of headings) {
    if (cc.isHiddenFromReaders(heading) || !cc.isExposed(heading) && !cc.isRendered(heading)) continue;
    const name = cc.squeeze(cc.name(heading));
    const level = +(heading.getAttribute("aria-level") ?? heading.localName.match(/^h([1-6])$/)?.[1] ?? 2);
    if (!cc.plain(name)) {
      // What only CSS draws, or an image whose name is missing, is for other rules; signs alone are no words.
      if (/\p{L}|\p{N}|\p{S}|\p{Emoji_Presentation}/u.test(name)) continue;
      const seen = cc.seen(heading) && (cc.text(heading) || heading.querySelector("img,svg,canvas"));
      found.push(cc.found(heading, seen ? "heading without words for screen readers: what is seen in it has no name" : "empty heading: nothing is in it for anybody to read",
        { wcag: ["1.3.1", "2.4.6"], act: ["ffd0e9"] }));
      continue;
    }
    if (heading.querySelector("code,kbd,samp,var")) {
      // A name from a program.
    } else if (isStandIn(cc.plain(name))) {
      found.push(cc.found(heading, `heading ${cc.quoted(name)} is a word in place of a heading: it does not describe its section`, { wcag: ["2.4.6"], act: ["b49b2e"] }));
    } else if (isMaybe(cc.plain(name))) {
      found.push(cc.found(heading, `Does the heading ${cc.quoted(name)} describe its section?`, { level: "review", wcag: ["2.4.6"], act: ["b49b2e"] }));
    } else if (cc.words(name).length > 30 && /[.!?]["”»’)]?$/.test(name)) {
      found.push(cc.found(heading, `Is ${cc.quoted(name)} a heading, or text that was made a heading for its look?`, { level: "review", wcag: ["1.3.1"], act: [] }));
    }
    if (before && level > before + 1) {
      found.push(cc.found(heading, `heading ${cc.quoted(name, 40)} is of level ${level}, after one of level ${before}: a level is left out`, { level: "advice", wcag: ["1.3.1"], act: [] }));
    }
    before = level;
  }
  const words = cc.blocks().reduce((sum, block) => sum + cc.words(block.text).length, 0);
  if (!headings.length && words > 300 && window === window.top) {
    found.push(cc.found(document.documentElement, "the page has much text and no heading; would headings help to find one's way?", { level: "review", wcag: ["1.3.1", "2.4.10"], act: [] }));
  }
  return found;
}
