// Blocks of running text that are stretched to both margins.
cc => cc.elements.filter(element => {
  if (element.closest("table, pre, nav, header, footer, svg")) return false;
  const own = cc.ownText(element), style = cc.style(element);
  if (own.length < 120 || style.textAlign !== "justify" || style.textAlignLast === "center" || style.display.startsWith("inline")) return false;
  const letters = own.match(/\p{L}/gu)?.length ?? 0, without = own.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  if (without > letters / 10 || !cc.isSeen(element) || cc.closest(element, "[aria-hidden=true]")) return false;
  const range = document.createRange();
  range.selectNodeContents(element);
  const lines = new Set([...range.getClientRects()].map(box => Math.round(box.bottom)));
  return lines.size >= 2;
}).map(element => cc.found(element, `text is justified (stretched to both margins): “${cc.ownText(element).slice(0, 50)}…”`))
