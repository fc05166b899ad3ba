// Advice: sentences of more than 35 words.
cc => {
  const MOST = 35, found = [];
  for (const block of cc.blocks()) {
    if (block.text.length < 150 || cc.isCode(block.element) || cc.inside(block.element, "[aria-hidden=true],nav,footer,table,svg,figcaption,cite,address")) continue;
    for (const sentence of block.lines.join("\n").split(/(?<=[.!?;:。！？؟])\s+|\n/u)) {
      const words = cc.words(sentence);
      // Lists of names and numbers are no sentences.
      const names = words.filter(word => /^[\p{Lu}\p{N}]/u.test(word)).length;
      if (words.length <= MOST || names > words.length * 0.5 || (sentence.match(/,/g) ?? []).length > words.length / 4) continue;
      found.push(cc.found(block.element, `sentence ${cc.quoted(sentence, 50)} has ${words.length} words`, { level: "advice" }));
      break;
    }
    if (found.length === 5) break;
  }
  return found;
}
