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
  // Lamps of red and green beside words, which are other words at each lamp of one colour.
  const isLampRow = (members, texts, names) => {
    const kinds = Map.groupBy(members.map(({ element }, i) => ({ name: names.get(element), words: texts[i].split(" ").filter(Boolean) })), each => each.name);
    const isLamp = members.every(({ element }) => cc.rect(element).width <= 24 && Math.abs(cc.rect(element).width - cc.rect(element).height) < 3 && parseFloat(cc.style(element).borderTopLeftRadius) >= cc.rect(element).width / 2 - 1);
    const isOtherwise = ({ words }, other) => !other.words.some(word => words.includes(word));
    return isLamp && kinds.size === 2 && kinds.has("green") && kinds.has("red") && texts.every(text => text && text.split(" ").length < 7) &&
      [...kinds.values()].every(kind => kind.length > 1 && kind.every((one, i) => kind.slice(i + 1).every(other => isOtherwise(one, other))));
  };
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
    } else if (isLampRow(members, texts, names)) {
      found.push(cc.found(members[0].element, `${members.length} lamps differ by colour alone (${[...vivid].join(", ")}): the words beside them do not say what the colour means`));
    } else if (new Set(texts).size > vivid.size + 1) {
      found.push(cc.found(members[0].element, `${message}; does the text beside each say it?`, { level: "review" }));
    }
  }

  // Cells with nothing but a number, on grounds of several colours: a calendar of free days, with a legend.
  const isBareNumber = cell => /^\d{1,2}$/.test(cc.squeeze(cell.textContent)) && !cell.children.length && !cell.title && !cell.hasAttribute("aria-label") &&
    ["::before", "::after"].every(pseudo => /^(none|normal|"\s*")$/.test(cc.style(cell, pseudo).content));
  const sameLook = (one, other) => ["fontWeight", "fontStyle", "textDecorationLine", "borderTopStyle", "borderTopWidth", "outlineStyle"]
    .every(name => cc.style(one)[name] === cc.style(other)[name]);
  for (const table of cc.all("table")) {
    const members = [...table.querySelectorAll("td")].filter(cell => isBareNumber(cell) && cc.seen(cell)).map(element => ({ element, color: paint(element) })).filter(({ color }) => color);
    const vivid = new Set(members.map(({ color }) => cc.colourName(color)).filter(name => !/^(black|white|grey)$/.test(name)));
    if (members.length < 3 || vivid.size < 2 || !members.every(({ element }) => sameLook(element, members[0].element)) || !isLegend(vivid, members)) continue;
    found.push(cc.found(members[0].element, `${members.length} cells differ by colour alone (${[...vivid].join(", ")}), and the page says what each colour means`));
  }

  // The page one is on, among the links of a menu, in another colour and nothing else.
  const CURRENT = /(^|[-_\s])(active|current|selected)([-_\s]|$)/;
  const LOOKS = ["fontWeight", "fontStyle", "fontSize", "fontFamily", "textTransform", "textDecorationLine", "textDecorationStyle", "backgroundColor", "backgroundImage", "boxShadow", "outlineStyle", "opacity", "borderTopWidth",
    "borderBottomWidth", "borderLeftWidth", "borderRightWidth", "borderTopStyle", "borderBottomStyle", "borderLeftStyle", "borderRightStyle", "transform", "letterSpacing", "textShadow"];
  const faceOf = element => LOOKS.map(name => cc.style(element)[name]).concat(["::before", "::after"].map(pseudo => cc.style(element, pseudo).content)).join("|");
  const borderOf = element => ["Top", "Bottom", "Left", "Right"].filter(side => parseFloat(cc.style(element)[`border${side}Width`]) > 0).map(side => cc.style(element)[`border${side}Color`]).join("|");
  for (const menu of cc.all("nav,[role=navigation]")) {
    const links = cc.elements.filter(link => link.matches("a[href]") && cc.contains(menu, link) && cc.seen(link) && !link.querySelector("img,svg") && cc.hasLetters(cc.text(link)));
    if (links.length < 3 || links.length > 12) continue;
    const named = link => CURRENT.test(`${link.getAttribute("class") ?? ""}`) || cc.parent(link)?.localName === "li" && CURRENT.test(cc.parent(link).getAttribute("class") ?? "");
    const current = links.filter(named), rest = links.filter(link => !named(link));
    if (current.length !== 1 || rest.some(link => cc.parent(link).localName !== cc.parent(current[0]).localName)) continue;
    const [one] = current, color = cc.color(cc.style(one).color);
    const isAlike = rest.every(other => faceOf(other) === faceOf(one) && borderOf(other) === borderOf(one) && !other.firstElementChild === !one.firstElementChild &&
      (cc.parent(one).localName !== "li" || faceOf(cc.parent(other)) === faceOf(cc.parent(one)) && borderOf(cc.parent(other)) === borderOf(cc.parent(one))));
    const others = rest.map(other => cc.color(cc.style(other).color));
    if (!isAlike || !color || one.firstElementChild || others.some(each => !each || cc.contrast(each, color) >= 3 || each.join() === color.join())) continue;
    if (one.hasAttribute("aria-current") || one.querySelector("[aria-current]")) {
      found.push(cc.found(one, `only the colour shows that ${cc.quoted(cc.text(one), 40)} is the page one is on; is it told in another way?`, { level: "review" }));
    } else {
      found.push(cc.found(one, `only the colour shows that ${cc.quoted(cc.text(one), 40)} is the page one is on`, { wcag: ["1.4.1", "1.3.1"] }));
    }
  }

  // A legend of coloured squares, whose colours are those of shapes in a drawing that holds no words.
  const shapes = cc.all("svg").filter(svg => cc.seen(svg) && svg.querySelector("path,rect,circle") && cc.rect(svg).width > 60 && !svg.querySelector("text,foreignObject,pattern,image,use")).slice(0, 4).map(svg => ({
    svg, fills: [...new Set([...svg.querySelectorAll("path,rect,circle,ellipse,polygon,polyline,line")].filter(shape => !cc.closest(shape, "defs,clipPath,mask")).flatMap(shape => [cc.style(shape).fill, cc.style(shape).stroke]))],
  }));
  for (const { svg, fills } of shapes) {
    if (fills.length < 3) continue;
    const around = cc.closest(svg, "figure,section,article,main") ?? document.body;
    const keys = cc.elements.filter(element => /^(span|i|b|div|em)$/.test(element.localName) && !element.children.length && fills.includes(cc.style(element).backgroundColor) && cc.contains(around, element) && isMute(element) && paint(element) && cc.seen(element) &&
      cc.rect(element).width <= 40 && cc.rect(element).height <= 40);
    const colours = [...new Set(keys.map(element => cc.style(element).backgroundColor))];
    const labels = keys.map(element => cc.squeeze(cc.text(cc.closest(element, "li,dt,p,td,label") ?? cc.parent(element))));
    const says = around.querySelector("table,details") || /\d/.test(labels.join(" "));
    if (colours.length < 3 || colours.length !== keys.length || says || labels.some(label => !cc.hasLetters(label)) || new Set(labels).size !== labels.length) continue;
    if (colours.every((one, i) => colours.slice(i + 1).every(other => cc.contrast(cc.color(one), cc.color(other)) >= 3))) continue;
    found.push(cc.found(keys[0], `only the colour tells which part of the drawing ${cc.quoted(labels[0], 40)} is: the parts themselves have no words`));
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
        .filter(({ part, other }) => other !== block && /[\p{L}\p{N}]/u.test(part.text) && !cc.closest(part.element, "a[href],button,h1,h2,h3,h4,h5,h6,nav"))
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
