// Three or more lines that begin with a typed bullet or go on counting, outside list markup.
cc => {
  const BULLET = /^([•·◦▪▫■□●○‣⁃➢➤►▶→⇒✓✔✗✘☐☑★☆*+]|[-–—»›](?=\s)(?!.*[«‹]))\s*(?=\S)/;
  const COUNT = /^\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*(?=\S)/i;
  const NOT_HERE = "ul,ol,dl,menu,[role=list],[role=listitem],[role=menu],[role=tree],table,pre,code,kbd,samp,h1,h2,h3,h4,h5,h6,nav,label,button,option,[aria-hidden=true],[class*=footnote],[role=doc-footnote],math,address,select";
  const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
  const numberOf = mark => /^\d/.test(mark) ? +mark : mark.length === 1 && !/[ivx]/i.test(mark) ? mark.toLowerCase().charCodeAt(0) - 96 :
    ROMAN.indexOf(mark.toLowerCase()) + 1 || mark.toLowerCase().charCodeAt(0) - 96;
  const markOf = text => {
    const bullet = text.match(BULLET);
    if (bullet) return { kind: bullet[1], rest: text.slice(bullet[0].length) };
    const count = text.match(COUNT);
    if (count) return { kind: "count", number: numberOf(count[1]), letter: count[1].toLowerCase(), rest: text.slice(count[0].length) };
    return null;
  };
  const pseudo = element => {
    const content = cc.style(element, "::before").content;
    const text = content?.match(/^"(.*)"$/)?.[1] ?? "";
    return BULLET.test(`${text.trim()} x`) && text.trim().length <= 2 ? `${text.trim()} ` : "";
  };
  // Longest runs of lines with the same bullet, or with numbers that go up one by one.
  const runs = lines => {
    const all = [];
    let run = [];
    const close = () => { if (run.length >= 3) all.push(run); run = []; };
    for (const line of lines) {
      const mark = markOf(line.text), last = run.at(-1)?.mark;
      const goesOn = mark && last && mark.kind === last.kind && (mark.kind !== "count" || mark.number === last.number + 1 ||
        /^[ivx]$/.test(mark.letter) && mark.letter.charCodeAt(0) === last.letter.charCodeAt(0) + 1);
      if (!goesOn) close();
      if (mark && (goesOn || mark.kind !== "count" || mark.number === 1)) run.push({ ...line, mark });
    }
    close();
    return all;
  };
  const isOutside = element => !cc.closest(element, NOT_HERE);
  const found = [];
  const report = (run, place) => {
    const items = run.map(line => line.mark.rest).filter(rest => cc.hasLetters(rest));
    if (items.length < 3) return;
    const isDash = /^[-–—]$/.test(run[0].mark.kind);
    const long = items.filter(item => cc.words(item).length > 30).length > items.length / 3;
    const isSpoken = isDash && items.filter(item => /[?!.…]["”»]?$/.test(item)).length >= 2;
    const message = `${run.length} lines from ${cc.quoted(run[0].text, 40)} on look like a list but are not marked up as one`;
    found.push(long || isSpoken ? cc.found(place, `${message}; are they items of a list?`, { level: "review" }) : cc.found(place, message));
  };
  const blocks = cc.blocks().filter(block => isOutside(block.element));
  for (const block of blocks) {
    if (block.lines.length >= 3) for (const run of runs(block.lines.map(text => ({ text })))) report(run, block.element);
  }
  // Lists of one item, one right after the other, that look like one list.
  const isBroken = list => list.matches("ul,ol") && list.children.length === 1 && list.firstElementChild.localName === "li" && cc.seen(list) &&
    !list.hasAttribute("start") && !list.closest("nav,table,[aria-hidden=true],[role]") && !list.querySelector("ul,ol,h1,h2,h3,h4,h5,h6") && cc.hasLetters(cc.text(list));
  const follows = list => {
    let next = list.nextSibling;
    while (next && (next.nodeType === 8 || next.nodeType === 3 && !next.data.trim())) next = next.nextSibling;
    return next?.nodeType === 1 && next.localName === list.localName && next.className === list.className && isBroken(next) &&
      Math.abs(cc.rect(next).left - cc.rect(list).left) < 2 && cc.rect(next).top >= cc.rect(list).bottom - 1 ? next : null;
  };
  const counted = new Set();
  for (const list of cc.all("ul,ol").filter(isBroken)) {
    if (counted.has(list)) continue;
    const run = [list];
    for (let next = follows(list); next; next = follows(next)) run.push(next);
    run.forEach(each => counted.add(each));
    const long = run.some(each => cc.words(cc.text(each)).length > 40);
    if (run.length >= 3 && !long) found.push(cc.found(list, `${run.length} lists of one item each from ${cc.quoted(cc.text(list), 40)} on look like one list: screen readers hear lists of one`));
  }
  // The same small image before each line, as a bullet.
  const bullets = new Map();
  for (const image of cc.all("img")) {
    const box = cc.rect(image), row = cc.blockOf(cc.parent(image) ?? image), parent = cc.parent(row);
    if (!parent || box.width > 24 || box.height > 24 || box.width < 3 || !cc.seen(image) || !isOutside(row) || !image.getAttribute("src")) continue;
    const text = row.textContent.trim();
    const isFirst = row.firstElementChild === image && !(image.previousSibling?.textContent ?? "").trim();
    if (!isFirst || !cc.hasLetters(text) || row.querySelectorAll("img").length > 1) continue;
    const key = image.getAttribute("src");
    const sets = bullets.get(parent) ?? bullets.set(parent, new Map()).get(parent);
    sets.set(key, [...sets.get(key) ?? [], { row, text }]);
  }
  for (const sets of bullets.values()) for (const rows of sets.values()) {
    if (rows.length >= 3 && rows.every((line, i) => i === 0 || line.row.previousElementSibling === rows[i - 1].row)) {
      found.push(cc.found(rows[0].row, `${rows.length} lines from ${cc.quoted(rows[0].text, 40)} on, each with the same image as a bullet, look like a list but are not marked up as one`));
    }
  }
  // Paragraphs or divs, one after the other within one parent; a wrapper with a single line counts as that line.
  const rows = new Map();
  for (const block of blocks) {
    if (block.lines.length > 1 || cc.words(block.text).length > 200) continue;
    let row = block.element;
    const parent = () => cc.parent(row);
    while (parent() && parent().children.length === 1 && parent() !== document.body) row = parent();
    if (!parent()) continue;
    const siblings = rows.get(parent()) ?? rows.set(parent(), []).get(parent());
    siblings.push({ text: pseudo(block.element) + block.text, element: block.element, row });
  }
  for (const siblings of rows.values()) {
    if (siblings.length < 3) continue;
    for (const run of runs(siblings)) {
      const isUnbroken = run.every((line, i) => i === 0 || line.row.previousElementSibling === run[i - 1].row);
      if (isUnbroken) report(run, run[0].element);
    }
  }
  return found;
}
