// What may move for more than five seconds: animations of CSS and SVG, pictures, videos, and whether scripts are at work.
cc => {
  const isThere = element => {
    const parent = cc.parent(element);
    return !parent || parent === document.body || cc.isSeen(parent);
  };
  const found = [], seen = new Set();
  const add = (element, kind, more = {}) => {
    if (seen.has(element) || !isThere(element) || !cc.isMovingPart(element)) return;
    seen.add(element);
    found.push(cc.found(element, "candidate", { kind, ...more }));
  };

  const SIDE = /^(box-?shadow|outline|filter|background|border|stroke|text-?shadow)/i;
  for (const animation of document.getAnimations()) {
    const effect = animation.effect, timing = effect?.getComputedTiming?.();
    if (!effect?.target || animation.playState !== "running" || !(animation.timeline instanceof DocumentTimeline)) continue;
    if (!(timing.activeDuration > 5000) || !(timing.duration > 0)) continue;
    const frames = effect.getKeyframes();
    const names = [...new Set(frames.flatMap(Object.keys))].filter(name => !["offset", "computedOffset", "easing", "composite"].includes(name));
    const changing = names.filter(name => frames.length === 1 || frames.filter(frame => name in frame).length === 1 ||
      new Set(frames.filter(frame => name in frame).map(frame => String(frame[name]))).size > 1);
    if (!changing.length) continue;
    const element = effect.target, box = cc.rect(element);
    const isSmall = box.width * box.height < 1024 && !cc.text(element);
    add(element, "animation", { name: animation.animationName ?? "", isMinor: isSmall || changing.every(name => SIDE.test(name)) });
  }
  for (const part of document.querySelectorAll("animate, animateTransform, animateMotion")) {
    const svg = part.closest("svg"), target = part.targetElement ?? part.parentElement;
    const times = part.getAttribute("repeatCount") === "indefinite" || part.getAttribute("repeatDur") === "indefinite" ? Infinity : Number(part.getAttribute("repeatCount")) || 1;
    let seconds = 0;
    try { seconds = part.getSimpleDuration() * times; } catch { continue; }
    if (!(seconds > 5) || /click|indefinite|mouse|focus|key/.test(part.getAttribute("begin") ?? "") || !svg || svg.animationsPaused()) continue;
    if (target) add(svg, "svg");
  }
  const MOVING = /\.(gif|webp|apng)([?#]|$)|^data:image\/(gif|webp|apng)/i;
  for (const element of cc.elements) {
    if (element.localName === "marquee") add(element, "marquee");
    else if (element.matches("img, input[type=image]") && MOVING.test(element.currentSrc || element.src)) add(element, "picture", { url: element.currentSrc || element.src });
    else if (element.localName === "video") add(element, "video", { hasControls: element.controls, isAutomatic: element.autoplay, loops: element.loop });
    else {
      const url = cc.style(element).backgroundImage.match(/^url\("(.*?)"\)/)?.[1];
      if (url && MOVING.test(url)) add(element, "picture", { url });
    }
  }
  // Scripts with clocks, or that draw, are watched by probe.py.
  if (cc.timers.length || cc.isDrawing) found.push(cc.found(document.documentElement, "candidate", { kind: "script", isDrawing: cc.isDrawing }));
  return found;
}
