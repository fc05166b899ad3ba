// Blocks in a right-to-left script shown from left to right, the other way round, and text turned by bidi-override.
cc => {
  const RTL = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/gu;
  const found = [], known = new Set();
  const report = (element, message, more) => {
    if ([...known].some(other => cc.contains(other, element))) return;
    known.add(element);
    found.push(cc.found(element, message, more));
  };
  for (const block of cc.blocks()) {
    const element = block.element, style = cc.style(element);
    const isPlain = style.direction === "ltr" && !/[\u0590-\u08ff\ufb1d-\ufefc]/.test(block.text);
    for (const part of block.parts) {
      const own = cc.style(part.element);
      if (!/override/.test(own.unicodeBidi) || cc.words(part.text).length < 2) continue;
      const letters = part.text.match(/\p{L}/gu)?.length ?? 0, rtl = part.text.match(RTL)?.length ?? 0;
      if (letters >= 6 && (rtl > letters / 2) !== (own.direction === "rtl")) {
        report(part.element, `text ${cc.quoted(part.text, 40)} is turned round by bidi-override: what is read out is not what is seen`);
      }
    }
    if (isPlain || cc.isCode(element) || /plaintext/.test(style.unicodeBidi)) continue;
    const letters = block.text.match(/\p{L}/gu)?.length ?? 0, rtl = block.text.match(RTL)?.length ?? 0;
    const words = cc.words(block.text).length;
    if (letters < 12 || words < 3) continue;
    const share = rtl / letters;
    // Parts with a dir of their own, such as bdi, do not need the block's.
    const isSplit = block.parts.length > 0 && block.parts.every(part => part.element !== element && cc.closest(part.element, "[dir],bdi") && cc.contains(element, cc.closest(part.element, "[dir],bdi")));
    if (isSplit) continue;
    const hasSigns = /[.,:;!?()،؛؟«»"]|\d/.test(block.text);
    if (share > 0.7 && style.direction === "ltr") {
      report(element, `text ${cc.quoted(block.text, 40)} is in a script that runs from right to left, but its direction is left to right (dir is missing)`,
        hasSigns && words >= 4 ? {} : { level: "review" });
    } else if (share < 0.1 && style.direction === "rtl" && /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(block.text) && words >= 6) {
      report(element, `text ${cc.quoted(block.text, 40)} is in a script that runs from left to right, but its direction is right to left`,
        hasSigns && words >= 8 ? {} : { level: "review" });
    }
  }
  return found;
}
