// In forced colours backgrounds are gone: what has no border of its own can no longer be told from the page, and text
// that keeps a colour of its own may vanish. (axe judges by -webkit-text-fill-color, which Chromium does not force.)
() => {
  const problems = [];
  const words = element => element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
  const isSeen = element => element.checkVisibility({ visibilityProperty: true });

  for (const element of document.querySelectorAll("button, .button, input:not([type=hidden]), select, textarea, .panel, .notice, .error-summary")) {
    const look = getComputedStyle(element);
    const isNative = look.appearance !== "none" && element.matches("input[type=radio], input[type=checkbox], select");
    const hasBorder = ["Top", "Right", "Bottom", "Left"].some(side => look[`border${side}Style`] !== "none" &&
      parseFloat(look[`border${side}Width`]) >= 1 && look[`border${side}Color`] !== look.backgroundColor);
    const hasOutline = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1;
    if (isSeen(element) && !isNative && !hasBorder && !hasOutline) {
      problems.push(`${element.localName}.${element.className} “${words(element)}” has no border`);
    }
  }

  const behind = element => {
    for (let up = element; up; up = up.parentElement) {
      const color = cc.color(getComputedStyle(up).backgroundColor);
      if (color?.[3] === 1) return color;
    }
    return [255, 255, 255, 1];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = texts.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || !isSeen(element)) continue;
    const ratio = cc.contrast(cc.color(getComputedStyle(element).color) ?? [0, 0, 0, 1], behind(element));
    if (ratio < 4.5) problems.push(`“${node.data.trim().slice(0, 40)}” in ${element.localName} has a contrast of ${ratio.toFixed(1)}`);
  }
  return [...new Set(problems)];
}
