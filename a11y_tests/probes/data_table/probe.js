// Data tables without header cells (F91), headers without cells, and scopes that point the wrong way.
cc => {
  const isBold = cell => cc.hasLetters(cell.textContent) && ([...cell.querySelectorAll("*")].concat(cell)).filter(part => cc.ownText(part))
    .every(part => parseInt(cc.style(part).fontWeight) >= 600);
  const look = cell => `${cc.style(cell).backgroundColor} ${parseInt(cc.style(cell).fontWeight) >= 600}`;
  const isNumber = text => /\d/.test(text) && /^[\d.,:%€$£¥+\-–\s/()]+(km|m|kg|h|min|s|MB|GB|kB|°C)?$/.test(text.trim());
  const isLayout = table => {
    const role = table.getAttribute("role");
    if (role && !/^(table|grid|treegrid)$/.test(role)) return true;
    return false;
  };
  // A table within a cell of a table for layout is one of its own.
  const isInData = table => {
    const outer = table.parentElement?.closest("table");
    return !!outer && (!!outer.querySelector(":scope > * > tr > th") || outer.rows.length > 2 || isInData(outer));
  };
  const found = [];
  for (const table of cc.all("table,[role=table],[role=grid],[role=treegrid]")) {
    if (!cc.isRendered(table) || isLayout(table) || cc.closest(table, "[aria-hidden=true]")) continue;
    const grid = cc.grid(table);
    const cells = [...grid.entries.keys()];
    const headers = cells.filter(cc.isHeaderCell), data = cells.filter(cell => !cc.isHeaderCell(cell));
    const rows = grid.rows.length;
    const name = cc.name(table) ? ` ${cc.quoted(cc.name(table), 40)}` : "";

    if (!headers.length) {
      if (table.localName !== "table" || rows < 2 || grid.width < 2 || table.querySelector("table") || isInData(table)) continue;
      const isPlain = data.every(cell => cc.words(cell.textContent).length <= 25 && !cell.querySelector("h1,h2,h3,h4,h5,h6,form,nav,ul,ol,p + p,input,select,textarea,pre,iframe,video"));
      const filled = data.filter(cell => cell.textContent.trim()).length >= data.length * 0.7;
      const isRegular = grid.slots.every(row => new Set(row).size === grid.width);
      if (!isPlain || !filled || data.length < 4) continue;
      // Line numbers beside code, and the like.
      if (data.some(cell => cell.querySelector("code,pre") || cc.isCode(cell) && !cell.querySelector("a"))) continue;
      const first = grid.slots[0].map(slot => slot?.cell).filter(Boolean);
      const rest = data.filter(cell => !first.includes(cell));
      const column = grid.slots.slice(1).map(row => row[0]?.cell).filter(Boolean);
      const others = data.filter(cell => !column.includes(cell) && !first.includes(cell));
      const headRow = first.every(cell => cell.textContent.trim() && !isNumber(cell.textContent)) && rows >= 2 &&
        (first.every(isBold) && !rest.every(isBold) || look(first[0]) !== look(rest[0]) && new Set(first.map(look)).size === 1 && rest.some(cell => isNumber(cell.textContent)) && rows >= 3);
      const headColumn = column.length >= 2 && column.every(isBold) && others.length && !others.some(isBold) && !(cc.style(column[0]).textAlign === "right" && rows < 2);
      const hasNumbers = isRegular && rows >= 3 && grid.width >= 2 && first.every(cell => cell.textContent.trim() && !isNumber(cell.textContent)) &&
        Array.from({ length: grid.width }, (_, x) => grid.slots.slice(1).map(row => row[x]?.cell)).some(cells => cells.length >= 2 && cells.every(cell => cell && isNumber(cell.textContent)));
      const isNamed = !!table.caption && cc.hasLetters(table.caption.textContent) || table.hasAttribute("summary") && cc.hasLetters(table.getAttribute("summary"));
      if (headRow || hasNumbers || isNamed && isRegular && rows >= 3 || headColumn && isRegular) {
        found.push(cc.found(table, `data table${name} has no table header cell (th): its ${headColumn && !headRow ? "first column" : "first row"} only looks like headers`, { act: [] }));
      } else if (isRegular && rows >= 3 && grid.width >= 2 && cc.role(table) === "table" && cc.style(first[0]).borderBottomStyle !== "none" &&
          first.every(cell => cell.textContent.trim() && !isNumber(cell.textContent)) && new Set(first.map(cell => cc.plain(cell.textContent))).size === first.length &&
          data.every(cell => cc.words(cell.textContent).length <= 8) && data.filter(cell => cell.querySelector("a,button,img")).length < data.length / 2) {
        // Ruled like data, each column with its own first cell: somewhere in it are the headers.
        found.push(cc.found(table, `data table${name} of ${rows} rows and ${grid.width} columns has no table header cell (th)`, { act: [] }));
      } else if (isRegular && rows >= 3) {
        found.push(cc.found(table, `Is this table of ${rows} rows and ${grid.width} columns data, whose first row or column names the others? Then those need th.`, { level: "review", act: [] }));
      }
      continue;
    }
    if (!data.length) {
      // A head alone waits for its rows; a header in the body of the table heads nothing for good.
      const lone = headers.filter(header => header.localName === "th" && header.closest("tbody") && cc.hasLetters(cc.visibleText(header)) && cc.isExposed(header));
      if (rows === 1 && lone.length && lone.length === headers.length && !cc.closest(table, "[aria-busy=true]")) {
        found.push(cc.found(lone[0], `table header ${cc.quoted(lone[0].textContent, 40)} is the header of no cell: the table has no other cells`));
      }
      continue;
    }
    // Headers of which none heads anything: a table for layout, which another probe judges.
    const isVoid = !data.some(cell => cell.hasAttribute("headers")) && !headers.some(header => header.hasAttribute("scope")) && !headers.some(header => cc.cellsUnder(table, header).some(cell => !cc.isHeaderCell(cell) && cc.squeeze(cell.textContent)));
    for (const header of isVoid && (headers.length < 3 || headers.every(header => header.querySelector("a[href]"))) ? [] : headers) {
      const text = cc.squeeze(header.textContent) || cc.name(header);
      if (!text || !cc.isRendered(header) || !cc.isExposed(header)) continue;
      const under = cc.cellsUnder(table, header);
      const entry = grid.entries.get(header);
      const scope = (header.getAttribute("scope") ?? "").toLowerCase();
      if (!under.length) {
        // The corner, the end of a row and a title across the whole table head nothing and harm nobody, if data has other headers.
        const isAcross = entry.width >= grid.width;
        const below = grid.slots.slice(entry.row + entry.height).flatMap(row => row.slice(entry.column, entry.column + entry.width)).filter(Boolean);
        const beside = grid.slots[entry.row].slice(entry.column + entry.width).filter(Boolean);
        const isMisled = grid.width === 1 && /^row(group)?$/.test(scope);
        if ((!isAcross || !below.length || isMisled) && (cc.visibleText(header) || header.hasAttribute("aria-label"))) {
          found.push(cc.found(header, `table header ${cc.quoted(text, 40)} is the header of no cell` +
            (below.length || beside.length ? ": its scope or the cells' headers attributes lead elsewhere" : "")));
        }
        continue;
      }
    }
    // A whole row of headers whose scope says "row", or a column of row headers whose scope says "col".
    for (const header of headers) {
      const scope = (header.getAttribute("scope") ?? "").toLowerCase();
      const entry = grid.entries.get(header);
      if (header.getAttribute("role") || !scope) continue;
      const row = [...new Set(grid.slots[entry.row])];
      const column = [...new Set(grid.slots.map(slots => slots[entry.column]))].filter(Boolean);
      const rowIsHeaders = row.length >= 2 && row.every(slot => !slot || cc.isHeaderCell(slot.cell) || !slot.cell.textContent.trim());
      const hasDataBelow = grid.slots.slice(entry.row + 1).some(slots => slots[entry.column] && !cc.isHeaderCell(slots[entry.column].cell));
      const hasDataBeside = row.some(slot => slot && !cc.isHeaderCell(slot.cell) && slot.column > entry.column);
      const columnIsHeaders = column.length >= 2 && column.every(slot => cc.isHeaderCell(slot.cell) || !slot.cell.textContent.trim());
      const usesHeaders = data.some(cell => cell.hasAttribute("headers"));
      if (usesHeaders || found.some(known => known.element.ref === cc.ref(header))) continue;
      if (/^row(group)?$/.test(scope) && rowIsHeaders && hasDataBelow && entry.row === 0) {
        found.push(cc.found(header, `table header ${cc.quoted(header.textContent, 40)} heads a column, but its scope says “${scope}”`));
      } else if (/^col(group)?$/.test(scope) && columnIsHeaders && hasDataBeside && !rowIsHeaders && entry.row > 0 && column.length > 2) {
        found.push(cc.found(header, `table header ${cc.quoted(header.textContent, 40)} heads a row, but its scope says “${scope}”`));
      }
    }
    // Header cells drawn with bold alone beside real ones, and data that no header reaches.
    const lone = data.filter(cell => cc.squeeze(cell.textContent) && cell.hasAttribute("headers") && !cc.headersOf(table, cell).length && cell.getAttribute("headers").trim());
    for (const cell of lone) found.push(cc.found(cell, `cell ${cc.quoted(cell.textContent, 40)} names headers that are not in its table`));
    // A headers attribute that names the header of another column, while its own column has one in the same row.
    for (const cell of data.filter(cell => cell.hasAttribute("headers") && cc.squeeze(cell.textContent))) {
      const entry = grid.entries.get(cell), named = cc.byIds(cell, "headers");
      const stray = named.find(header => {
        const place = grid.entries.get(header);
        if (!place?.isHeader || place.row !== 0 || place.width > 1 || place.height > 1 || entry.width > 1) return false;
        const own = grid.slots[0][entry.column];
        return place.column !== entry.column && place.column > 0 && own?.isHeader && own.width === 1 && cc.squeeze(own.cell.textContent) && !named.includes(own.cell);
      });
      if (stray) found.push(cc.found(cell, `cell ${cc.quoted(cell.textContent, 40)} names ${cc.quoted(stray.textContent, 40)} as its table header, which is the header of another column`));
    }
    const top = grid.slots[0];
    const title = top[0];
    if (table.localName === "table" && !table.caption && new Set(top).size === 1 && title && title.width > 1 && title.width >= grid.width && !cc.isHeaderCell(title.cell) && rows >= 3 &&
        title.cell.textContent.trim() && cc.words(title.cell.textContent).length <= 15) {
      found.push(cc.found(title.cell, `${cc.quoted(title.cell.textContent, 40)} is the title of the data table but is a cell of it, not its caption`));
    }
    const headRows = grid.rows.filter((row, y) => new Set(grid.slots[y]).size > 1 && grid.slots[y].every(slot => slot && cc.isHeaderCell(slot.cell)));
    if (table.localName === "table" && headRows.length >= 2 && headers.some(header => grid.entries.get(header).width > 1) &&
        !table.querySelector("[headers],[scope=colgroup],[scope=rowgroup]") && !headers.every(header => header.hasAttribute("scope"))) {
      found.push(cc.found(table, `data table${name} has ${headRows.length} rows of headers; does each cell get the right ones? (scope="colgroup" or headers)`, { level: "review" }));
    }
  }
  return found;
}
