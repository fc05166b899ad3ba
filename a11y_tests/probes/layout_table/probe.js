// F46: headers, captions or summaries in tables that are for layout; F92: role=presentation on what has meaning.
cc => {
  const found = [];
  const isFlat = element => /^(none|presentation)$/.test((element.getAttribute("role") ?? "").trim().split(/\s+/)[0]);
  const hasBullets = list => [...list.children].every(item => cc.style(item).display === "list-item" && (cc.style(item).listStyleType !== "none" || cc.style(item).listStyleImage !== "none"));
  for (const table of cc.all("table")) {
    if (!cc.isRendered(table) || cc.closest(table, "[aria-hidden=true]")) continue;
    const own = [...table.rows].flatMap(row => [...row.cells]);
    const headers = own.filter(cell => cell.localName === "th" && cell.textContent.trim());
    const marks = [headers.length && "th", table.caption && cc.hasLetters(table.caption.textContent) && "caption",
      cc.hasLetters(table.getAttribute("summary") ?? "") && "summary", own.some(cell => cell.matches("td[scope]")) && "scope",
      own.some(cell => cell.matches("td[headers]")) && "headers"].filter(Boolean);
    if (isFlat(table)) {
      if (cc.isExposed(table) && cc.role(table) === "table") continue;   // the browser takes back the role
      const isData = headers.length && table.rows.length >= 2 && own.length - headers.length >= 2;
      if (marks.length) {
        found.push(isData ? cc.found(table, "table of data has role=presentation: screen readers do not hear its table headers")
          // The role takes their meaning away: nobody hears them.
          : cc.found(table, `table for layout (role=presentation) has markup of a data table: ${marks.join(", ")}`, { level: "advice" }));
      }
      continue;
    }
    if (table.hasAttribute("role")) continue;
    const rows = table.rows.length, width = Math.max(0, ...[...table.rows].map(row => row.cells.length));
    const holdsPage = own.some(cell => cell.querySelector("h1,h2,h3,nav,form,main,header,footer,article,section,[role=main],[role=navigation]"));
    const nests = own.some(cell => cell.querySelector("table"));
    const isSingle = rows === 1 || width === 1;
    const isBig = own.some(cell => cc.words(cell.textContent).length > 100);
    if (!(holdsPage || nests && isBig || isSingle && own.length && !headers.length)) continue;
    if ((holdsPage || nests) && marks.length && rows <= 3 && width <= 3 && !own.some(cell => /^\s*[\d.,%]+\s*$/.test(cell.textContent))) {
      found.push(cc.found(table, `table for layout has markup of a data table: ${marks.join(", ")}`, holdsPage ? {} : { level: "review" }));
    } else if (!marks.length && own.length > 1) {
      found.push(cc.found(table, "Is this table for layout? Then give it role=presentation, and check that its cells are understood in the order of the code.", { level: "review", wcag: ["1.3.1", "1.3.2"] }));
    }
  }
  for (const element of cc.all("[role=presentation],[role=none]")) {
    if (element.localName === "table" || !cc.seen(element) || !isFlat(element) || cc.closest(element, "[aria-hidden=true]")) continue;
    if (cc.isExposed(element)) continue;   // focusable or named: the browser ignores the role
    if (element.matches("h1,h2,h3,h4,h5,h6") && cc.hasLetters(cc.text(element))) {
      found.push(cc.found(element, `heading ${cc.quoted(cc.text(element))} has role=${element.getAttribute("role")}: it is no heading for screen readers`));
    } else if (element.matches("th") && cc.hasLetters(cc.text(element)) && !isFlat(element.closest("table") ?? element)) {
      found.push(cc.found(element, `table header ${cc.quoted(cc.text(element))} has role=${element.getAttribute("role")}: it is no header for screen readers`));
    } else if (element.matches("ul,ol") && element.children.length >= 3 && !element.closest("[role=tablist],[role=menu],[role=menubar],[role=toolbar],[role=tree],[role=listbox]") &&
        [...element.children].every(item => item.localName === "li" && !item.hasAttribute("role") && cc.hasLetters(cc.text(item)))) {
      found.push(cc.found(element, `list of ${element.children.length} items has role=${element.getAttribute("role")}: ${hasBullets(element) ? "screen readers do not hear the list that its bullets or numbers show" : "does it look like a list?"}`, hasBullets(element) ? {} : { level: "review" }));
    } else if (element.matches("blockquote,label,legend,caption,dl,fieldset") && cc.hasLetters(cc.text(element))) {
      found.push(cc.found(element, `${element.localName} has role=${element.getAttribute("role")}: its meaning is lost to screen readers`, element.matches("label,legend,caption") ? {} : { level: "review" }));
    }
  }
  return found;
}
