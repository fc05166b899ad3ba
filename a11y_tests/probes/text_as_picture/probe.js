// ASCII art (F72), emoticons, leetspeak and look-alike letters (F71) without an alternative.
cc => {
  const found = [];
  const EMOTICON = /(?:^|\s)([:;=]['’]?-[)(DPp|\\/*]|[:;]['’]?[)(D](?!\w)|¯\\_\(ツ\)_\/¯|\^_\^)(?=[\s.,!?]|$)/u;
  const STYLED = /[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F189}\u{24B6}-\u{24E9}\uFF21-\uFF3A\uFF41-\uFF5A\u{1F1E6}-\u{1F1FF}]/u;
  const LATIN = /\p{Script=Latin}/u;
  // Cyrillic and Greek letters that look like Latin ones.
  const LOOKALIKE = /[АВЕЅІЈКМНОРСТХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν]/;
  // “a11y” counts letters, “e40d” is a number to the base of sixteen.
  const isLeet = word => /^(?=.*\p{L})[\p{L}34105@$7!]{4,}$/u.test(word) && /\p{L}[34105@$7]+\p{L}/u.test(word) && !/^\p{L}\d+\p{L}$/u.test(word) && !/^[a-f\d]+$/i.test(word) && !word.includes("@.");
  const isCovered = element => cc.inside(element, "[aria-hidden=true],[role=img],[role=math],math");
  // A quick look before the thorough ones: most texts have none of these signs.
  const HINTS = /[:;=8xX]['’]?[-o^]?[)(DPpO3|\\/*\]]|[)(][-o]?[:;=]|<3|\^|-_-|[oO]_|¯|>[:;]|[a-z!][0-9@$]|[0-9@$][a-z]|[^\0-\u036f\u0500-\u24b5\u2500-\ud7ff]/i;
  for (const block of cc.blocks()) {
    const element = block.element;
    if (isCovered(element)) continue;
    const isProgram = cc.inside(element, "code,kbd,samp,var,textarea,[class*=highlight],[class*=language-],[class*=code],[class*=listing],[class*=screen],[class*=console],[class*=output]") || !!element.querySelector("code,kbd,samp");
    // A picture: three lines or more, mostly signs.
    const lines = block.raw.split("\n").filter(line => line.trim());
    // “_.get(a, 'b'); => 2”: calls, not lines and corners.
    const isCall = lines.filter(line => /[\w$)\]]\.?[\p{L}_$]\w*\([^)]*\)|^\s*(=>|return|var|let|const|import|def)\s*[\p{L}\d[{"']|\);\s*$/u.test(line)).length >= lines.length / 3;
    if (lines.length >= 3 && !isProgram && !isCall) {
      const dense = lines.join("").replace(/\s/g, "");
      const signs = dense.match(/[^\p{L}\p{N}]/gu)?.length ?? 0;
      const words = cc.words(block.text).filter(word => /\p{L}{4,}/u.test(word)).length;
      const isRule = /^([-=_*#~.])\1*$/.test(dense);
      const isTable = lines.filter(line => (line.match(/[|│]/g) ?? []).length >= 2).length >= lines.length * 0.5 && words >= lines.length;
      if (dense.length >= 10 && !isRule && !isTable && (signs / dense.length >= 0.65 || signs / dense.length >= 0.5 && words <= 2)) {
        const caption = cc.closest(element, "figure")?.querySelector("figcaption");
        const message = "a picture made of signs (ASCII art) has no text alternative";
        found.push(caption && cc.hasLetters(caption.textContent) ? cc.found(element, `${message} but a caption; does the caption say the same?`, { level: "review" }) : cc.found(element, message));
        continue;
      }
    }
    if (isProgram || cc.isCode(element)) continue;
    for (const part of block.parts) {
      const place = part.element;
      if (!HINTS.test(part.text)) continue;
      if (isCovered(place) || cc.isCode(place) || cc.inside(place, "abbr[title],[aria-label]")) continue;
      const text = part.text;
      const sure = text.match(EMOTICON);
      if (sure) found.push(cc.found(place, `the emoticon “${sure[1]}” has no text alternative`));
      const tokens = text.split(/\s+/);
      const styled = tokens.find(token => [...token].filter(sign => STYLED.test(sign)).length >= 3);
      if (styled) {
        // Mathematics and full-width forms in East Asian text use such signs as they are meant.
        const isMeant = /^(ja|zh|ko)/.test(cc.lang(place)) || /[=+∈∀∑∫≤≥→∘×]/.test(text);
        const isFlag = [...styled].filter(sign => STYLED.test(sign)).every(sign => /[\u{1F1E6}-\u{1F1FF}]/u.test(sign));
        if (!isMeant && !isFlag) found.push(cc.found(place, `“${styled.slice(0, 30)}” is written with signs that only look like letters: screen readers spell them out or skip them`));
        continue;
      }
      const mixed = cc.words(text).find(word => word.length >= 4 && LOOKALIKE.test(word) && LATIN.test(word) && [...word].every(sign => LATIN.test(sign) || LOOKALIKE.test(sign)) &&
        [...word].filter(sign => LATIN.test(sign)).length >= 2);
      if (mixed) found.push(cc.found(place, `the word “${mixed}” mixes letters of two scripts that look alike`));
      const coded = tokens.filter(token => /^[\p{L}\d@$!]+[.,!?]?$/u.test(token) && /[\d@$]/.test(token) && /\p{Ll}/u.test(token) && !/^\d+\p{L}{1,3}$/u.test(token)).length;
      const leet = tokens.map(token => token.replace(/^[("'“]+|[)"'”.,;:?!]+$/g, "")).filter(isLeet);
      if (leet.length >= 2) found.push(cc.found(place, `the words ${leet.slice(0, 3).map(word => `“${word}”`).join(", ")} are written with numbers for letters (leetspeak)`, leet.length >= 3 || coded >= tokens.length * 0.5 || leet.every(word => /\p{L}[34105@$7]\p{L}/u.test(word) && (word.match(/[34105@$7]/g) ?? []).length >= 2) ? {} : { level: "review" }));
    }
  }
  return found;
}
