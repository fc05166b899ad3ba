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
    return { table, rows, slots, entries, width: Math.max(0, ...slots.map(row => row.length)) };
  });
  const scopeOf = (grid, entry) => {
    const { cell } = entry, role = cell.getAttribute("role");
    if (role === "columnheader") return "col";
    if (role === "rowheader") return "row";
    const scope = (cell.getAttribute("scope") ?? "").toLowerCase();
    if (/^(col|row|colgroup|rowgroup)$/.test(scope)) return scope;
    // HTML: a header is a column header if no data cell stands in its rows, else a row header if none in its columns.
    // Browsers go on where neither is so, and empty corners do not count: then it may head both.
    const others = axis => [...grid.entries.values()].some(other => !cc.isHeaderCell(other.cell) && cc.squeeze(other.cell.textContent) && axis(other));
    if (!others(other => other.row < entry.row + entry.height && other.row + other.height > entry.row)) return "col";
    if (!others(other => other.column < entry.column + entry.width && other.column + other.width > entry.column)) return "row";
    return "both";
  };
  cc.scope = (table, cell) => scopeOf(cc.grid(table), cc.grid(table).entries.get(cell));
  // The header cells of a cell.
  cc.headersOf = (table, cell) => {
    const grid = cc.grid(table), own = grid.entries.get(cell);
    if (!own) return [];
    if (cell.hasAttribute("headers")) return cc.byIds(cell, "headers").filter(other => other !== cell && table.contains(other));
    const found = new Set();
    const meets = (a, b, start, size) => a[start] < b[start] + b[size] && b[start] < a[start] + a[size];
    for (const other of grid.entries.values()) {
      if (other === own || !cc.isHeaderCell(other.cell)) continue;
      const scope = scopeOf(grid, other);
      if (/^(col|both)$/.test(scope) && other.row < own.row && meets(own, other, "column", "width")) found.add(other.cell);
      if (/^(row|both)$/.test(scope) && other.column < own.column && meets(own, other, "row", "height")) found.add(other.cell);
      if (scope === "colgroup" && other.row < own.row && meets(own, other, "column", "width")) found.add(other.cell);
      if (scope === "rowgroup" && other.row <= own.row && other.cell.closest("tbody,thead,tfoot") === cell.closest("tbody,thead,tfoot")) found.add(other.cell);
    }
    return [...found];
  };
  // Data cells (and header cells) that have this one as a header.
  cc.cellsUnder = (table, header) => [...cc.grid(table).entries.keys()].filter(cell => cell !== header && cc.headersOf(table, cell).includes(header));
})();
