// In forced colours backgrounds are gone: what has no border of its own can no longer be told from the page.
() => [...document.querySelectorAll("button, .button, input:not([type=hidden]), select, textarea, .panel, .notice, .error-summary")]
  .filter(element => element.checkVisibility({ visibilityProperty: true }))
  .filter(element => {
    const look = getComputedStyle(element);
    if (look.appearance !== "none" && element.matches("input[type=radio], input[type=checkbox], select")) return false;
    const sides = ["Top", "Right", "Bottom", "Left"].filter(side =>
      look[`border${side}Style`] !== "none" && parseFloat(look[`border${side}Width`]) >= 1 &&
      look[`border${side}Color`] !== look.backgroundColor);
    return sides.length === 0 && !(look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1);
  })
  .map(element => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}” has no border`)
