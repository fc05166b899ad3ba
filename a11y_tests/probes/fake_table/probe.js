// Columns made with spaces, tabs or line drawing (F33, F34, F48), and boxes laid out as a table with a row of headers.
cc => {
  const found = [];
  const isProgram = text => /(^|\n)\s*(\$|#|>>>|>|%|\/\/|import |def |class |function |<\w+)/.test(text) || (text.match(/[{}();=<>\\]/g) ?? []).length > text.length * 0.02;
  // Where columns begin, in the lines of a block: places after a gap.
  const startsOf = line => {
    const starts = [];
    for (const gap of line.matchAll(/(?: {2,}|\t+|\s*\|\s*)(?=\S)/g)) if (line.slice(0, gap.index).trim()) starts.push(gap.index + gap[0].length);
    return starts;
  };
  const isTyped = raw => {
    const lines = raw.replace(/\u00a0/g, " ").split("\n").filter(line => line.trim() && !/^[\s+|=_-]+$/.test(line));
    if (lines.length < 3) return false;
    const columns = lines.map(startsOf);
    const full = columns.filter(starts => starts.length >= 1).length;
    if (full < lines.length * 0.8 || full < 3) return false;
    const isTabbed = lines.filter(line => /\S\t+\S|\S\s*\|\s*\S/.test(line)).length >= lines.length * 0.8;
    const places = new Map();
    for (const starts of columns) for (const start of starts) places.set(start, (places.get(start) ?? 0) + 1);
    // A right-aligned column of numbers ends, not begins, at one place.
    const ends = new Map();
    for (const line of lines) ends.set(line.trimEnd().length, (ends.get(line.trimEnd().length) ?? 0) + 1);
    const aligned = [...places.values()].filter(count => count >= lines.length * 0.75).length;
    const isRightAligned = Math.max(...ends.values()) >= lines.length * 0.75;
    const several = columns.filter(starts => starts.length >= 2).length >= lines.length * 0.75;
    return (isTabbed || aligned >= 1 || isRightAligned) && (several || lines.length >= 4 && (aligned >= 1 || isTabbed));
  };
  // Gaps of three or more no-break spaces, as many in each line: they cannot line up exactly in most fonts.
  const isSpaced = raw => {
    const lines = raw.split("\n").map(line => line.trim()).filter(Boolean);
    const gaps = lines.map(line => (line.match(/\S[ \u00a0]*\u00a0[ \u00a0]*\u00a0[ \u00a0]*\u00a0[ \u00a0]*(?=\S)/g) ?? []).length);
    return lines.length >= 3 && lines.length <= 40 && gaps[0] >= 1 && gaps.every(count => count === gaps[0]) && (gaps[0] >= 2 || lines.length >= 4) &&
      lines.every(line => line.split(/\u00a0{2,}/).every(cell => cc.words(cell).length <= 8));
  };
  const COVERED = "table,[role=table],[role=grid],[role=treegrid],[role=img],[aria-hidden=true],textarea";
  for (const block of cc.blocks()) {
    const element = block.element;
    if (!/\n/.test(block.raw) || cc.closest(element, COVERED) || !cc.hasLetters(block.text)) continue;
    if (cc.closest(element, "code,kbd,samp,[class*=highlight],[class*=language-],[class*=code],[class*=console],[class*=terminal],[class*=literal],[class*=listing],[class*=screen],[class*=synopsis],[class*=verbatim],[class*=output],[class*=shell],[class*=session]") || element.querySelector("code,kbd,samp,var")) continue;
    if (isProgram(block.raw)) continue;
    if (isTyped(block.raw) || isSpaced(block.raw)) found.push(cc.found(element, "text is set in columns with spaces or tabs: it looks like a table but is not marked up as one"));
  }

  // CSS tables and grids of boxes.
  const isBold = element => parseInt(cc.style(element).fontWeight) >= 600 || !!element.firstElementChild && element.children.length === 1 && parseInt(cc.style(element.firstElementChild).fontWeight) >= 600;
  const LAYOUT = "table,ul,ol,dl,nav,form,header,footer,[role],[aria-hidden=true],figure";
  const cellsOf = row => [...row.children].filter(cell => cc.isRendered(cell));
  const plainCell = cell => cc.words(cell.textContent).length <= 12 && !cell.querySelector("h1,h2,h3,h4,h5,h6,input,select,textarea,img,p + p,ul,ol,table");
  const grids = new Set(cc.blocks().map(block => cc.parent(cc.parent(block.element) ?? block.element)).filter(Boolean));
  for (const grid of grids) {
    if (grid === document.body || grid === document.documentElement || cc.closest(grid, LAYOUT)) continue;
    const rows = [...grid.children].filter(row => cc.isRendered(row)).map(cellsOf);
    if (rows.length < 3 || rows[0].length < 2 || rows.some(row => row.length !== rows[0].length)) continue;
    const all = rows.flat();
    if (!all.every(plainCell) || all.filter(cell => cell.textContent.trim()).length < all.length * 0.7) continue;
    if (all.some(cell => cc.closest(cell, "li,dt,dd,a,label,td") !== null && !cc.contains(cc.closest(cell, "li,dt,dd,a,label,td"), grid))) continue;
    const lefts = rows.map(row => row.map(cell => Math.round(cc.rect(cell).left)));
    const isAligned = lefts.every(row => row.every((left, i) => Math.abs(left - lefts[0][i]) <= 2 && (i === 0 || left > row[i - 1])));
    const isBelow = rows.every((row, i) => i === 0 || cc.rect(row[0]).top >= cc.rect(rows[i - 1][0]).bottom - 2);
    if (!isAligned || !isBelow) continue;
    const isCssTable = cc.style(rows[0][0]).display === "table-cell";
    const head = rows[0].every(isBold) && !rows.slice(1).flat().every(isBold);
    const hasNumbers = rows.slice(1).flat().some(cell => /^[\d.,:\s%€$£-]+$/.test(cell.textContent.trim()));
    const isNumeric = cell => /^[^\p{L}]*\d[^\p{L}]*(km|m|kg|h|min|s|MB|GB|kB|°C|EUR|USD|GBP)?$/u.test(cell.textContent.trim());
    // A line of words over columns of numbers.
    const headsNumbers = rows[0].length >= 3 && rows[0].every(cell => cc.hasLetters(cell.textContent) && !isNumeric(cell)) &&
      rows[0].some((_, x) => x > 0 && rows.slice(1).every(row => isNumeric(row[x])));
    const message = `${rows.length} rows of ${rows[0].length} boxes look like a table but are not marked up as one`;
    found.push(headsNumbers || head && (isCssTable || hasNumbers || rows[0].length >= 3) ? cc.found(grid, message) : cc.found(grid, `${message}; must a cell be read together with a header?`, { level: "review" }));
  }
  // A grid without rows: a line of words over columns of numbers is surely a table.
  for (const grid of new Set(cc.blocks().map(block => cc.parent(block.element)).filter(Boolean))) {
    const columns = /grid/.test(cc.style(grid).display) ? cc.style(grid).gridTemplateColumns.split(" ").length : 0;
    const cells = columns >= 3 ? cellsOf(grid) : [];
    if (!cells.length || cells.length < 3 * columns || cells.length % columns || cc.closest(grid, LAYOUT) || !cells.every(plainCell)) continue;
    const rows = Array.from({ length: cells.length / columns }, (_, y) => cells.slice(y * columns, (y + 1) * columns));
    const isRegular = rows.every(row => row.every((cell, x) => Math.abs(cc.rect(cell).left - cc.rect(rows[0][x]).left) <= 2));
    const isNumber = cell => /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell.textContent.trim());
    if (isRegular && rows[0].every(cell => cc.hasLetters(cell.textContent)) && rows.slice(1).every(row => cc.hasLetters(row[0].textContent)) && rows[0].some((_, x) => x > 0 && rows.slice(1).every(row => isNumber(row[x])))) {
      found.push(cc.found(grid, `${rows.length} rows of ${columns} boxes look like a table but are not marked up as one`));
    }
  }
  return found;
}
