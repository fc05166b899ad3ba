// What moves by itself: is it in the way of reading, does it still move, and what on the page might stop it.
"use strict";
(() => {
  const LOADING = /load|spin|progress|skeleton|shimmer|throbber|busy|wait|pending|placeholder/i;
  const PAUSING = new RegExp("\\b(pause|stop|halt|freeze|animations?|motion|movement|moving|slide ?shows?|auto.?play|rotation|" +
    "ticker|anhalten|pausieren|stoppen|pausar|detener|arr[eê]ter)\\b", "i");
  const CLOSING = /^(close|hide|dismiss|×|x|✕|schließen|ausblenden|fermer|cerrar)\b/i;
  const CONTROLS = "button, input, a[href], summary, [role=button], [role=switch], [role=checkbox]";

  // A sign that something is being loaded, or a measure of time or progress.
  cc.isProgress = element =>
    [element, ...cc.ancestors(element).slice(0, 3)].some(up =>
      up.matches("progress, meter, time, [role=progressbar], [role=timer], [aria-busy=true]") ||
      LOADING.test([up.id, up.getAttribute("class"), up.getAttribute("aria-label"), up.getAttribute("alt")].join(" "))) ||
    /^(loading|please wait)/i.test(cc.text(element)) ||
    (element.children.length < 6 && !!element.querySelector("[role=progressbar]"));
  // There are other words beside it: only then does it disturb reading.
  cc.isAmongOthers = element => cc.squeeze(document.body?.innerText).length - cc.text(element).length >= 6;
  cc.isMovingPart = element => {
    const box = cc.rect(element);
    return !element.matches("html, head, head *, body, script, style") && element.checkVisibility() && box.width > 1 && box.height > 1 &&
      !cc.isProgress(element) && cc.isAmongOthers(element);
  };
  cc.isAnimating = element =>
    document.getAnimations().some(animation => animation.effect?.target === element && animation.playState === "running") ||
    (element.localName === "svg" && !element.animationsPaused()) || (element.localName === "marquee" && element.isConnected);

  // Controls that a person would take for the way to stop it.
  cc.pausers = () => cc.elements.filter(element => element.matches(CONTROLS) && cc.isSeen(element) &&
    PAUSING.test(`${cc.name(element)} ${element.title ?? ""}`));
  // Or one in it, or right around it, that takes it away.
  cc.hasCloser = element =>
    [element, ...cc.ancestors(element).slice(0, 2)]
      .filter(box => box !== document.body && cc.text(box).length <= cc.text(element).length + 60)
      .some(box => [...box.querySelectorAll("button, [role=button], a[href]")].some(control =>
        cc.isSeen(control) && CLOSING.test(cc.name(control) || cc.text(control))));
})();
