// Marks that differ by colour alone, required fields told by the colour of their label (F81), and colours that the text names (F13).
cc => {
  const found = [];
  const paint = element => {
    const style = cc.style(element), color = cc.color(style.backgroundColor);
    return color && color[3] > 0.5 && style.backgroundImage === "none" ? color : null;
  };
  const isMute = element => !cc.squeeze(element.textContent) && !element.querySelector("img,svg,input,canvas,[aria-label],[title]") &&
    !element.hasAttribute("aria-label") && !element.hasAttribute("aria-labelledby") && !element.title && !cc.name(element) &&
    ["::before", "::after"].every(pseudo => /^(none|normal|"\s*")$/.test(cc.style(element, pseudo).content));

  // Coloured dots, squares or cells: the same kind of element, several colours, no words.
  const marks = new Map();
  for (const element of cc.elements) {
    if (!/^(span|div|i|b|em|td|li|p|a|button)$/.test(element.localName) || element.children.length || !isMute(element)) continue;
    const color = paint(element);
    if (!color || !cc.seen(element) || cc.closest(element, "[role=progressbar],[role=meter],[role=img],[role=slider],button,[role=switch],label,svg,[role=separator]")) continue;
    const box = cc.rect(element);
    const isCell = element.localName === "td";
    if (!isCell && (box.width < 4 || box.height < 4 || box.width > 48 || box.height > 48 || box.width / box.height > 3 || box.height / box.width > 3)) continue;
    const place = cc.closest(element, "table,ul,ol,dl,[role=list],[role=table]") ?? cc.parent(cc.parent(element) ?? element);
    if (!place) continue;
    const key = `${element.localName} ${isCell ? "" : `${Math.round(box.width)} ${Math.round(box.height)} ${cc.style(element).borderRadius}`}`;
    const sets = marks.get(place) ?? marks.set(place, new Map()).get(place);
    sets.set(key, [...sets.get(key) ?? [], { element, color }]);
  }
  // “Green: in service. Red: out of order.”, outside the rows themselves, which do not say it.
  const part = element => cc.closest(element, "section,article,aside,figure,main");
  const isLegend = (colours, members) => cc.blocks().some(block => part(block.element) === part(members[0].element) && !members.some(({ element }) => cc.contains(block.element, element)) &&
    [...colours].filter(colour => new RegExp(`\\b${colour}\\b\\s*([:=–—-]|means|is\\b|stands for|\\p{L}+ (are|is|means?)\\b)\\s*\\p{L}`, "iu").test(block.text)).length >= 2);
  for (const sets of marks.values()) for (const members of sets.values()) {
    const names = new Map(members.map(({ element, color }) => [element, cc.colourName(color)]));
    const vivid = new Set([...names.values()].filter(name => !/^(black|white|grey)$/.test(name)));
    const isPair = members.length === 2 && members.every(({ element }) => element.localName === "td") && isLegend(vivid, members);
    if (members.length < 3 && !isPair || vivid.size < 2) continue;
    const holder = element => element.localName === "td" ? element : cc.closest(element, "td,li,dd,[role=cell]") ?? cc.parent(element);
    const texts = members.map(({ element }) => cc.plain(holder(element).textContent));
    const alone = members.filter((_, i) => !texts[i]);
    const message = `${members.length} marks differ by colour alone (${[...new Set(names.values())].join(", ")}): no word or sign says what they mean`;
    if (alone.length === members.length) {
      const inTable = members.every(({ element }) => cc.closest(element, "tr,[role=row]") && /[\p{L}\p{N}]/u.test(cc.closest(element, "tr,[role=row]").textContent));
      found.push(inTable ? cc.found(members[0].element, message, { wcag: ["1.4.1", "1.1.1"] }) : cc.found(members[0].element, `${message}; do they mean anything?`, { level: "review" }));
    } else if (new Set(texts).size > vivid.size && isLegend(vivid, members)) {
      found.push(cc.found(members[0].element, `${members.length} marks differ by colour alone, and the page says in a legend what each colour means`));
    } else if (new Set(texts).size > vivid.size + 1) {
      found.push(cc.found(members[0].element, `${message}; does the text beside each say it?`, { level: "review" }));
    }
  }

  // Labels of fields: some are coloured, and nothing else tells which must be filled in.
  const labelled = cc.fields().filter(field => field.labels?.length && cc.seen(field.labels[0]) && !/radio|checkbox/.test(field.type)).map(field => {
    const label = field.labels[0];
    const part = [label, ...label.querySelectorAll("*")].find(part => cc.hasLetters(cc.ownText(part))) ?? label;
    return { field, label, looks: cc.looks(part), text: cc.visibleText(label), color: cc.color(cc.style(part).color) };
  }).filter(row => row.color);
  for (const form of new Set(labelled.map(row => row.field.form))) {
    const rows = labelled.filter(row => row.field.form === form);
    const plainColours = rows.map(row => row.looks.color);
    const common = plainColours.toSorted((a, b) => plainColours.filter(c => c === b).length - plainColours.filter(c => c === a).length)[0];
    const odd = rows.filter(row => row.looks.color !== common && !/^(black|white|grey)$/.test(cc.colourName(row.color)));
    if (rows.length < 2 || !odd.length || odd.length === rows.length) continue;
    const base = rows.find(row => row.looks.color === common);
    for (const { field, label, looks, text } of odd) {
      const isMarked = /[*†]|\(|required|mandatory|must|pflicht|obligatoire|obligatorio|optional/i.test(text) || looks.weight !== base.looks.weight || looks.isItalic !== base.looks.isItalic ||
        label.querySelector("img,svg,abbr") || cc.closest(field, "[class*=error],[class*=invalid]") || field.getAttribute("aria-invalid") === "true" ||
        ["::before", "::after"].some(pseudo => cc.hasLetters(cc.style(label, pseudo).content.replace(/none|normal/, "")) || /\*/.test(cc.style(label, pseudo).content)) || cc.squeeze(cc.description(field));
      if (isMarked) continue;
      const isRequired = field.required || field.getAttribute("aria-required") === "true";
      found.push(isRequired ? cc.found(label, `only the colour of the label ${cc.quoted(text, 40)} shows that the field is required`)
        : cc.found(label, `the label ${cc.quoted(text, 40)} has another colour than its neighbours; does the colour alone mean something?`, { level: "review" }));
    }
  }

  // “Late trains are shown in red”: are there things in red that nothing else marks?
  const SAYS = /\b(?:in|marked|shown|highlighted|displayed|printed|written|coloured|colored)(?: in)? (red|green|blue|orange|purple|pink|yellow|turquoise)\b|\b(red|green|blue|orange|purple|pink|yellow|turquoise) (?:ones|items|entries|text|names|words|rows|dates|days|lines|events|cells|values|numbers|stations|products|courses|rooms|fields|labels)\b/i;
  const CUE = /\*|asterisk|star|bold|italic|underlin|icon|symbol|label|word|sign\b|mark of|triangle|tick|cross\b|letter|\(|“|"/i;
  for (const block of cc.blocks()) {
    if (cc.isCode(block.element) || cc.language(block.element) !== "en" || !SAYS.test(block.text) || block.text.length > 2000) continue;
    for (const sentence of block.text.split(/(?<=[.!?])\s+/)) {
      const match = sentence.match(SAYS);
      if (!match || CUE.test(sentence)) continue;
      if (!/\b(are|is|means?|indicates?|shows?|denotes?|signif(y|ies)|stand for|stands for|have|has|must|select|choose|see|click|press)\b/i.test(sentence)) continue;
      const wanted = (match[1] ?? match[2]).toLowerCase();
      const coloured = cc.blocks().flatMap(other => other.parts.map(part => ({ part, other })))
        .filter(({ part, other }) => other !== block && cc.hasLetters(part.text) && !cc.closest(part.element, "a[href],button,h1,h2,h3,h4,h5,h6,nav"))
        .filter(({ part }) => { const color = cc.color(cc.style(part.element).color); return color && cc.colourName(color) === wanted; })
        .filter(({ part, other }) => cc.blocks().some(peer => peer !== block && peer.element.localName === other.element.localName && cc.parent(peer.element) === cc.parent(other.element) &&
          peer.parts.every(known => cc.style(known.element).color !== cc.style(part.element).color)));
      const isBare = ({ part, other }) => {
        const looks = cc.looks(part.element);
        return looks.weight < 600 && !looks.isItalic && cc.style(part.element).textDecorationLine === "none" && !/[*†!✓✗•]|\(/.test(other.text) && !other.element.querySelector("img,svg") &&
          ["::before", "::after"].every(pseudo => /^(none|normal|"")$/.test(cc.style(part.element, pseudo).content));
      };
      // The sentence is about the next such group below it.
      const below = coloured.filter(({ other }) => cc.contains(cc.parent(block.element), other.element) && block.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING);
      const group = below.filter(({ other }) => cc.parent(other.element) === cc.parent(below[0].other.element));
      if (group.length && group.every(isBare)) {
        found.push(cc.found(group[0].part.element, `${cc.quoted(group[0].part.text, 40)} is told by its colour alone from the others: the page says ${cc.quoted(match[0], 40)}`));
      }
    }
  }
  return found;
}
