// What WCAG 2.5.8 lets be small: lines of text, and controls whose size the page has not touched.
"use strict";
(() => {
  const isPlainText = (link, style) =>
    style.display === "inline" && !link.querySelector("img, svg, canvas") && style.backgroundImage === "none" &&
    style.backgroundColor === "rgba(0, 0, 0, 0)" && parseFloat(style.borderTopWidth) === 0;
  const isUntouched = (control, style) => {
    if (control.matches("summary")) {
      return style.display === "list-item" && style.lineHeight === "normal" && parseFloat(style.fontSize) >= 16 && style.backgroundColor === "rgba(0, 0, 0, 0)" &&
        ["Top", "Bottom"].every(side => style[`padding${side}`] === "0px" && style[`border${side}Width`] === "0px");
    }
    if (style.appearance === "none") return false;
    if (control.matches("input[type=checkbox], input[type=radio]")) return cc.rect(control).width === 13 && cc.rect(control).height === 13;
    return control.matches("button, input, select, textarea") && /^(outset|inset)$/.test(style.borderTopStyle) &&
      ["0px", "1px"].includes(style.paddingTop);
  };
  cc.isNaturallySmall = element => {
    const style = cc.style(element);
    if (parseFloat(style.fontSize) < 12) return false;
    return element.matches("a[href]") ? isPlainText(element, style) : isUntouched(element, style);
  };
})();
