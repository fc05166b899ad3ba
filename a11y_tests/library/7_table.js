// Which header cells a data cell has, by HTML's algorithm: headers attributes, scopes, and the way up and left.
"use strict";
(() => {
  const span = (cell, name) => Math.max(1, Math.min(1000, parseInt(cell.getAttribute(name === "row" ? "rowspan" : "colspan")) || 1));
  const isCell = element => element.matches("td,th,[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]");
  cc.isHeaderCell = cell => {
    const role = cell.getAttribute("role");
    return role ? /^(columnheader|rowheader)$/.test(role) : cell.localName === "th";
  };
  const rowsOf = table => table.localName === "table" ? [...table.rows] :
    cc.elements.filter(element => element.matches("tr,[role=row]") && cc.closest(cc.parent(element), "table,[role=table],[role=grid],[role=treegrid]") === table);
  const cellsOf = row => row.cells ? [...row.cells] : [...row.querySelectorAll("*")].filter(cell => isCell(cell) && cell.closest("tr,[role=row]") === row);
  // {rows, width, slots: [row][column] → {cell, row, column, height, width}} of a table or an element with such a role.
  cc.grid = cc.onceFor(table => {
    const rows = rowsOf(table), slots = rows.map(() => []), entries = new Map();
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of cellsOf(row)) {
        while (slots[y][x]) x++;
        const entry = { cell, row: y, column: x, height: Math.min(span(cell, "row"), rows.length - y), width: span(cell, "col") };
        entries.set(cell, entry);
        for (let dy = 0; dy < entry.height; dy++) for (let dx = 0; dx < entry.width; dx++) slots[y + dy][x + dx] ??= entry;
        x += entry.width;
      }
    });
    return annotate({ table, rows, slots, entries, width: Math.max(0, ...slots.map(row => row.length)) });
  });
  // HTML: a header is a column header if no data cell stands in its rows, else a row header if none in its columns.
  // Browsers go on where neither is so, and empty corners do not count: then it may head both.
  const scopeOf = (grid, entry) => {
    const role = entry.cell.getAttribute("role");
    if (role === "columnheader") return "col";
    if (role === "rowheader") return "row";
    const scope = (entry.cell.getAttribute("scope") ?? "").toLowerCase();
    if (/^(col|row|colgroup|rowgroup)$/.test(scope)) return scope;
    const { rowsWithData, columnsWithData } = grid;
    const some = (list, from, count) => list.slice(from, from + count).some(Boolean);
    if (!some(rowsWithData, entry.row, entry.height)) return "col";
    if (!some(columnsWithData, entry.column, entry.width)) return "row";
    return "both";
  };
  const annotate = grid => {
    grid.rowsWithData = grid.slots.map(() => false);
    grid.columnsWithData = Array.from({ length: grid.width }, () => false);
    for (const entry of grid.entries.values()) {
      entry.isHeader = cc.isHeaderCell(entry.cell);
      // An empty corner is no data; an empty cell further down is.
      if (entry.isHeader || !entry.cell.textContent.trim() && entry.row === 0) continue;
      grid.rowsWithData.fill(true, entry.row, entry.row + entry.height);
      grid.columnsWithData.fill(true, entry.column, entry.column + entry.width);
    }
    for (const entry of grid.entries.values()) if (entry.isHeader) entry.scope = scopeOf(grid, entry);
    return grid;
  };
  cc.scope = (table, cell) => cc.grid(table).entries.get(cell)?.scope ?? "";

  // {cell → its header cells} of a table.
  const assignment = cc.onceFor(table => {
    const grid = cc.grid(table), headers = new Map();
    const add = (entry, header) => { if (entry && entry.cell !== header) (headers.get(entry.cell) ?? headers.set(entry.cell, new Set()).get(entry.cell)).add(header); };
    for (const entry of grid.entries.values()) {
      if (!entry.isHeader) continue;
      const { scope, cell } = entry;
      if (/^(col|both|colgroup)$/.test(scope)) {
        for (let y = entry.row + entry.height; y < grid.slots.length; y++) for (let x = entry.column; x < entry.column + entry.width; x++) add(grid.slots[y][x], cell);
      }
      if (/^(row|both)$/.test(scope)) {
        for (let y = entry.row; y < entry.row + entry.height; y++) for (let x = entry.column + entry.width; x < grid.slots[y].length; x++) add(grid.slots[y][x], cell);
      }
      if (scope === "rowgroup") {
        const group = cell.closest("tbody,thead,tfoot");
        for (const other of grid.entries.values()) if (other.row >= entry.row && other.cell.closest("tbody,thead,tfoot") === group) add(other, cell);
      }
    }
    for (const entry of grid.entries.values()) {
      if (entry.cell.hasAttribute("headers")) headers.set(entry.cell, new Set(cc.byIds(entry.cell, "headers").filter(other => other !== entry.cell && table.contains(other))));
    }
    return headers;
  });
  cc.headersOf = (table, cell) => [...assignment(table).get(cell) ?? []];
  const reach = cc.onceFor(table => {
    const cells = new Map();
    for (const [cell, headers] of assignment(table)) for (const header of headers) (cells.get(header) ?? cells.set(header, []).get(header)).push(cell);
    return cells;
  });
  // Data cells (and header cells) that have this one as a header.
  cc.cellsUnder = (table, header) => reach(table).get(header) ?? [];
})();
