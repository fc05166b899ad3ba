// Fields and the texts that belong to them, as several probes need it.
"use strict";
(() => {
  // A tick box drawn by CSS is transparent itself; its label is what one sees.
  cc.isThere = element => cc.isExposed(element) && (cc.seen(element) || [...element.labels ?? []].some(cc.seen));
  cc.fields = cc.once(() => cc.all(cc.FIELDS).filter(field => cc.isThere(field)));
  cc.isTextField = element => element.matches(cc.TEXT_FIELDS);
  // The largest box around a field that holds no other field.
  cc.fieldBox = field => {
    let box = field;
    for (let up = cc.parent(field), step = 0; up && step < 4; up = cc.parent(up), step++) {
      if (up.matches("form,body,main,section,article,fieldset,table,tr,[role=group],[role=radiogroup]")) break;
      if (cc.fields().filter(other => cc.contains(up, other)).length > 1) break;
      box = up;
    }
    return box;
  };
  // Words of a label that do not name the field: “(required)”, “*”, “optional”, “:”.
  cc.bareLabel = text => cc.squeeze(cc.plain((text ?? "").replace(/\([^)]*\)|\[[^\]]*\]/g, " "))
    .replace(/\b(required|optional|mandatory|pflichtfeld|erforderlich|obligatoire|facultatif|obligatorio|opcional|verplicht|optionnel)\b/g, " "));
  cc.labelText = field => {
    const own = [...field.labels ?? []].filter(cc.seen).map(label => cc.visibleText(label, part => part === field));
    const tied = cc.byIds(field, "aria-labelledby").filter(cc.seen).map(part => cc.visibleText(part));
    return cc.squeeze([...own, ...tied].join(" "));
  };
  // Text right beside the field that a sighted person takes for its label, tied or not.
  cc.nearText = field => {
    const texts = [];
    const side = (node, step) => {
      for (let next = node[step]; next; next = next[step]) {
        if (next.nodeType === 3 && next.data.trim()) return next.data;
        if (next.nodeType === 1 && next.localName !== "br" && next.localName !== "script") {
          if (cc.fields().some(other => cc.contains(next, other)) || next.matches("button,a,legend")) return "";
          if (cc.seen(next)) return cc.visibleText(next);
        }
      }
      return "";
    };
    for (let up = field, count = 0; up && count < 3; up = cc.parent(up), count++) {
      if (up.matches("form,fieldset,body,main")) break;
      if (up !== field && cc.fields().filter(other => cc.contains(up, other)).length > 1) break;
      texts.push(side(up, "previousSibling"), ...(count === 0 ? [side(up, "nextSibling")] : []));
    }
    return cc.squeeze(texts.find(text => cc.hasLetters(text)) ?? "");
  };
  // What names a cell's content in a table: its column and row headers.
  cc.hasTableHeader = element => {
    const cell = cc.closest(element, "td,[role=cell],[role=gridcell]");
    const table = cell && cc.closest(cell, "table,[role=table],[role=grid]");
    return !!table && !!table.querySelector("th,[role=columnheader],[role=rowheader]");
  };
})();
