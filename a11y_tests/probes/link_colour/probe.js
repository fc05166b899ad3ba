// Links within running text whose only difference from it is a colour, with less than 3 to 1 between the two (F73).
cc => {
  const found = [], byBlock = new Set();
  const lines = style => style.textDecorationLine !== "none" && !/^(rgba\(\d+, \d+, \d+, 0\)|transparent)$/.test(style.textDecorationColor);
  const boxed = style => ["Top", "Right", "Bottom", "Left"].some(side => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none" && !/, 0\)$/.test(style[`border${side}Color`]));
  const hasGround = style => !/^(rgba\(0, 0, 0, 0\)|transparent)$/.test(style.backgroundColor) || style.backgroundImage !== "none" || style.boxShadow !== "none";
  const marked = (element, top) => {
    for (let up = element; up; up = cc.parent(up)) {
      const style = cc.style(up);
      if (lines(style) || boxed(style) || hasGround(style)) return true;
      if (up === top) return false;
    }
    return false;
  };
  for (const block of cc.blocks()) {
    if (cc.closest(block.element, "nav,[role=navigation],h1,h2,h3,h4,h5,h6,[role=menu],[role=tablist],footer")) continue;
    const linkOf = part => { const link = cc.closest(part.element, "a[href],[role=link]"); return link && cc.contains(block.element, link) && link !== block.element ? link : null; };
    const plain = block.parts.filter(part => !linkOf(part) && cc.hasLetters(part.text));
    const words = plain.reduce((sum, part) => sum + cc.words(part.text).length, 0);
    if (words < 4) continue;
    // The text around: what most of its letters look like.
    const around = plain.toSorted((a, b) => b.text.length - a.text.length)[0].element;
    const text = cc.style(around), textLooks = cc.looks(around);
    for (const part of block.parts) {
      const link = linkOf(part);
      if (!link || byBlock.has(link) || !cc.hasLetters(part.text) || !cc.seen(part.element)) continue;
      byBlock.add(link);
      const style = cc.style(part.element), looks = cc.looks(part.element);
      if (link.querySelector("img,svg") || cc.isInteractiveRole(link.getAttribute("role")) && link.getAttribute("role") !== "link") continue;
      if (["::before", "::after"].some(pseudo => { const own = cc.style(link, pseudo); return !/^(none|normal|"")$/.test(own.content) || own.content !== "none" && (boxed(own) || hasGround(own)); })) continue;
      if (marked(part.element, link)) continue;
      if (looks.weight >= textLooks.weight + 200 || Math.abs(looks.size - textLooks.size) >= textLooks.size * 0.2 || looks.isItalic !== textLooks.isItalic || looks.isCaps !== textLooks.isCaps || looks.family !== textLooks.family || style.fontVariant !== text.fontVariant) continue;
      if (/^[\[(‹«]/.test(part.text) || /\[$/.test(plain[0]?.text ?? "") || /^\d+$/.test(part.text)) continue;
      const [one, other] = [cc.color(style.color), cc.color(text.color)];
      if (!one || !other || one[3] < 1 || other[3] < 1) continue;
      const contrast = cc.contrast(one, other);
      const message = `link ${cc.quoted(part.text, 40)} is told from the text around it by colour alone`;
      if (style.color === text.color) {
        // In the middle of running text nobody who sees it can know.
        const at = block.parts.indexOf(part), around = parts => parts.filter(other => !linkOf(other)).reduce((sum, other) => sum + cc.words(other.text).length, 0);
        const isRunning = words >= 12 && around(block.parts.slice(0, at)) >= 3 && around(block.parts.slice(at + 1)) >= 3 && block.element.localName === "p" && cc.words(part.text).length <= 12;
        found.push(cc.found(link, `link ${cc.quoted(part.text, 40)} looks like the text around it: nothing shows that it is a link`, isRunning ? {} : { level: "review" }));
      }
      else if (contrast < 2.99) found.push(cc.found(link, `${message}, with a contrast of ${contrast.toFixed(1)} to 1 between the two`));
      else found.push(cc.found(link, `${message} (${contrast.toFixed(1)} to 1); does it change in another way on hover and focus?`, { level: "review" }));
    }
  }
  return found;
}
