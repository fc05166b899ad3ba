// The look of running text: size, length and distance of lines, capitals, slant, centring. Advice; a barrier where it is extreme.
cc => {
  const found = [], given = new Set();
  const advise = (kind, element, message, isExtreme = false) => {
    const level = isExtreme ? "violation" : "advice";
    if (!isExtreme && given.has(kind)) return;
    if (!isExtreme) given.add(kind);
    found.push(cc.found(element, message, { level }));
  };
  for (const block of cc.blocks()) {
    const letters = block.text.length;
    if (letters < 30 || cc.isCode(block.element) || cc.inside(block.element, "[aria-hidden=true],svg,nav,table,button,h1,h2,h3,h4,h5,h6")) continue;
    const main = block.parts.toSorted((a, b) => b.text.length - a.text.length)[0];
    const style = cc.style(main.element), own = cc.style(block.element), size = parseFloat(style.fontSize);
    const words = cc.words(block.text).length;
    if (size < 12 && letters >= 40) advise("size", block.element, `text ${cc.quoted(block.text, 40)} is small: ${size.toFixed(0)} px`, size > 0 && size < 8.5);
    if (words < 12) continue;
    const box = cc.rect(block.element);
    const inner = box.width - parseFloat(own.paddingLeft) - parseFloat(own.paddingRight);
    const height = parseFloat(own.lineHeight) || size * 1.2;
    const lines = Math.max(1, Math.round((box.height - parseFloat(own.paddingTop) - parseFloat(own.paddingBottom)) / height));
    const isWide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Hangul}/u.test(block.text);
    if (lines >= 3 && own.display === "block") {
      const perLine = Math.min(letters / (lines - 0.5), inner / (size * (isWide ? 1 : 0.42)));
      if (perLine > (isWide ? 50 : 110)) advise("length", block.element, `the lines of ${cc.quoted(block.text, 40)} are long: about ${Math.round(perLine)} letters each`);
      if (height / size < 1.2) advise("distance", block.element, `the lines of ${cc.quoted(block.text, 40)} are close together: ${(height / size).toFixed(2)} times the size of the letters`, height / size < 1.08 && own.lineHeight !== "normal");
      if (own.textAlign === "center") advise("centred", block.element, `text ${cc.quoted(block.text, 40)} of ${lines} lines is centred: each line begins at another place`);
    }
    const upper = block.text.match(/\p{Lu}/gu)?.length ?? 0, lower = block.text.match(/\p{Ll}/gu)?.length ?? 0;
    if (style.textTransform === "uppercase" || upper > 40 && lower < upper * 0.1) advise("capitals", block.element, `text ${cc.quoted(block.text, 40)} is all in capitals`, words >= 15 && (style.textTransform === "uppercase" || upper > 60));
    if (words >= 30 && block.parts.every(part => cc.looks(part.element).isItalic)) advise("slanted", block.element, `text ${cc.quoted(block.text, 40)} of ${words} words is all slanted (italic)`, words >= 40 && !cc.inside(block.element, "blockquote,figure,cite,q,footer,aside,em"));
  }
  return found;
}
