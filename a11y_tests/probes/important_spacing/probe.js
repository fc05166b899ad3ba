// letter-spacing, word-spacing and line-height that are !important in a style attribute, and narrower than people may need.
cc => {
  const LEAST = { "letter-spacing": 0.12, "word-spacing": 0.16, "line-height": 1.5 };
  const WORDS = { "letter-spacing": "space between letters", "word-spacing": "space between words", "line-height": "height of lines" };
  const linesOf = element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const tops = [...range.getClientRects()].filter(box => box.width > 1).map(box => (box.top + box.bottom) / 2).sort((a, b) => a - b);
    return tops.filter((top, i) => !i || top - tops[i - 1] > 3).length;
  };
  // The text to which the value comes: in the element, or in those inside that inherit it.
  const heirs = (element, property) => [element, ...element.querySelectorAll("*")].filter(inner =>
    cc.hasLetters(cc.ownText(inner)) && cc.seen(inner) && (inner === element || cc.style(inner).getPropertyValue(property) === cc.style(element).getPropertyValue(property)));
  return cc.all("[style*=important i]").flatMap(element => Object.keys(LEAST).flatMap(property => {
    if (element.style.getPropertyPriority(property) !== "important") return [];
    const text = heirs(element, property).find(inner => {
      const style = cc.style(inner), size = parseFloat(style.fontSize), value = style.getPropertyValue(property);
      const parts = value === "normal" ? (property === "line-height" ? 1.2 : 0) : parseFloat(value) / size;
      if (parts >= LEAST[property] - 0.001) return false;
      return property === "line-height" ? linesOf(inner) >= 2 : /\s/.test(cc.text(inner)) && !/nowrap|pre$/.test(style.whiteSpace);
    });
    return text ? [cc.found(text, `text spacing: the ${WORDS[property]} of ${cc.quoted(cc.text(text), 40)} is fixed by !important (${property}), narrower than people may need`,
      { act: [{ "letter-spacing": "24afc2", "line-height": "78fd32", "word-spacing": "9e45ec" }[property]] })] : [];
  }));
}
