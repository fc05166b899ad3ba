// Advice: capitals that look like a short form and that nothing on the page explains.
cc => {
  const KNOWN = new Set(("OK ID TV PC CD DVD USB GPS SMS PIN PDF HTML CSS URL EU UK US USA UN UNO AM PM FAQ CEO IT AI DNA HIV AIDS BBC NATO NASA VIP DIY PS NB ISBN HTTP HTTPS WWW API XML JSON SQL RAM CPU GPU LED LCD " +
    "WIFI QR ZIP PNG JPEG JPG GIF SVG CSV RSS UTC GMT AD BC BCE CE RGB SIM ATM MP3 MP4 RTF DOC XLS PPT EUR USD GBP CHF").split(" "));
  const blocks = cc.blocks().filter(block => !cc.isCode(block.element) && !cc.inside(block.element, "[aria-hidden=true],svg,nav,button,header,footer"));
  const all = blocks.map(block => block.text).join(" \n ");
  const explained = new Set([...document.querySelectorAll("abbr[title],acronym[title],dfn,dt")].map(element => cc.squeeze(element.textContent)));
  const isExplained = short => {
    const escaped = short.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return explained.has(short) || new RegExp(`\\(\\s*${escaped}s?\\s*\\)|\\b${escaped}s?\\s*\\(\\p{L}{3,}[^)]*\\)|\\b${escaped}\\s*(?:,\\s*)?(?:stands for|means|is short for|–|—|=|:)\\s+\\p{L}{3,}`, "u").test(all);
  };
  const found = [], known = new Set();
  for (const block of blocks) {
    // In a line of capitals every word looks like one.
    const letters = block.text.match(/\p{L}/gu)?.length ?? 0, upper = block.text.match(/\p{Lu}/gu)?.length ?? 0;
    if (upper > letters * 0.5) continue;
    for (const part of block.parts) {
      if (cc.isCode(part.element) || cc.inside(part.element, "abbr,acronym,dfn") || part.element.closest("[style*=uppercase]")) continue;
      for (const [short] of part.text.matchAll(/(?<![\p{L}\p{N}_.-])[A-ZÄÖÜ]{2,5}(?![\p{L}\p{N}_-])/gu)) {
        if (known.has(short) || KNOWN.has(short) || /^[IVXLCDM]+$/.test(short)) continue;
        known.add(short);
        if (isExplained(short)) continue;
        found.push(cc.found(part.element, `the short form “${short}” is not explained on this page`, { level: "advice" }));
        if (found.length === 10) return found;
      }
    }
  }
  return found;
}
