// Paragraphs, quotations and other passages whose small words or script contradict the lang that applies to them.
cc => {
  const found = [];
  const html = document.documentElement;
  // The whole page is in another language than it says: one finding of page-language is enough.
  const pageIsWrong = !html.getAttribute("lang") || cc.pageIsInOtherLanguage();
  const skip = element => cc.isCode(element) || cc.inside(element, "address,cite,[translate=no],textarea,dfn");
  const tagOf = element => cc.lang(element).trim();
  let asked = 0;
  const reported = new Map();
  const report = (place, text, other, level) => {
    // Passages one after the other are one passage.
    const isKnown = [...reported].some(([known, lang]) => known === place || cc.contains(known, place) || lang === other.lang && known.nextElementSibling === place);
    reported.set(place, other.lang);
    if (isKnown) return;
    const language = other.isScript ? `the ${other.script} script` : cc.languageName(other.lang);
    const tag = tagOf(place);
    found.push(cc.found(place, `passage ${cc.quoted(text, 50)} is in ${language}, but its language is given as ${tag ? `“${tag}”` : "nothing"}` +
      (level ? "; is it more than a name?" : ""), level ? { level } : {}));
  };
  const judge = (place, words, isInline, known) => {
    // “S A L E” is no word of any language.
    const text = words.replace(/(?<![\p{L}\p{N}'’])(?:\p{Lu}[\s\u00a0]+){2,}\p{Lu}(?![\p{L}\p{N}])/gu, " ");
    const source = cc.closest(place, "[lang]");
    if (!source || source === html && pageIsWrong) return;
    const tag = tagOf(place);
    if (!/^[a-z]{2,3}\b/i.test(tag) || cc.namedLanguage(text)) return;
    const other = known ?? cc.otherLanguage(text, tag, isInline ? { tokens: 7, hits: 4, distinct: 3, share: 0.4 } : { tokens: 8, hits: 4, distinct: 3, share: 0.3 });
    if (!other) return;
    if (other.isScript) {
      const isRunning = /^(Han|Kana|Thai|Laoo|Khmr|Mymr)$/.test(other.script) ? other.letters >= 10 : other.words >= 4 && other.letters >= 15;
      if (isRunning) report(place, text, other);
      else if (other.letters >= 4 && asked++ < 5) report(place, text, other, "review");
    } else if (cc.isProse(text, other.lang)) report(place, text, other);
  };
  for (const block of cc.blocks()) {
    if (skip(block.element)) continue;
    // Parts that share a lang are one text; inline elements with a lang of their own are judged apart.
    for (const part of block.parts) {
      if (skip(part.element)) continue;
      if (part.element !== block.element && (part.text.length > 25 || cc.scriptOf(part.text).name !== "Latn")) judge(part.element, part.text, true);
      // Another's words after a colon, without quotation marks.
      if (part.text.length > 60 && /:\s/.test(part.text)) {
        for (const segment of part.text.split(/(?<=[:.!?;])\s+/)) {
          if (segment.length < 50 || segment.length > part.text.length * 0.9) continue;
          const other = cc.otherLanguage(segment, tagOf(part.element), { tokens: 9, hits: 4, distinct: 4, share: 0.26 });
          if (other && !other.isScript) judge(part.element, segment, true, other);
        }
      }
      for (const quote of part.text.matchAll(/[“„«"「](?<inside>[^”“»"」]{30,})[”“»"」]/g)) judge(part.element, quote.groups.inside, true);
    }
    const runs = new Map();
    for (const part of block.parts) {
      if (skip(part.element) || reported.has(part.element)) continue;
      const source = cc.closest(part.element, "[lang]");
      const run = runs.get(source) ?? runs.set(source, { place: source && cc.contains(block.element, source) ? source : block.element, words: [] }).get(source);
      run.words.push(part.text);
    }
    for (const run of runs.values()) judge(run.place, run.words.join(" "), false);
  }
  // The choice of a language: each named in itself. One alone may be a name; several in one place are passages.
  const CHOICES = "a[href], button, option, [role=menuitem], [role=menuitemradio], [role=option], [role=link], [role=button]";
  const sameLanguage = (one, other) => one.toLowerCase().split("-")[0] === other || /^(nb|nn|no)\b/i.test(one) && other === "no";
  const unmarked = pageIsWrong ? [] : cc.all(CHOICES).filter(choice => cc.seen(choice) || choice.localName === "option").map(choice => {
    const named = choice.hasAttribute("aria-label") || choice.hasAttribute("aria-labelledby") ? "" : cc.namedLanguage(choice.textContent);
    const place = [choice, ...choice.querySelectorAll("*")].findLast(part => cc.squeeze(part.textContent) === cc.squeeze(choice.textContent)) ?? choice;
    return { choice, place, named };
  }).filter(({ place, named }) => named && tagOf(place) && !sameLanguage(tagOf(place), named) && named !== "en" && !cc.closest(place, "[translate=no]"));
  const byList = Map.groupBy(unmarked, ({ choice }) => cc.closest(choice, "ul, ol, nav, select, [role=menu], [role=listbox]") ?? cc.parent(choice));
  for (const [list, choices] of byList) {
    const words = choices.map(({ choice }) => cc.quoted(choice.textContent, 20)).slice(0, 3).join(", ");
    const isSure = choices.length >= 2 && choices[0].choice.localName !== "option";
    found.push(isSure ? cc.found(list, `names of languages ${words} are each in another language, and their language is given as “${tagOf(choices[0].place)}”`, { act: [] })
      : cc.found(list, `${words} is the name of a language in itself: is it marked as such where people choose the language (lang)?`, { level: "review", act: [] }));
  }
  return found;
}
