// Quick animations, animated pictures large enough to matter, and scripts with timers that go off six times a second.
cc => {
  const LEAST_AREA = 341 * 256 / 4, found = [];
  const area = element => { const box = cc.visibleBox(element); return box.width * box.height; };
  document.getAnimations().forEach(animation => {
    const effect = animation.effect, timing = effect?.getComputedTiming?.();
    if (!effect?.target || animation.playState !== "running" || !(timing.duration > 0) || timing.activeDuration < 400) return;
    const frames = effect.getKeyframes();
    // At most one flash between two keyframes.
    if ((frames.length / timing.duration) * 1000 <= 3 || !cc.isRendered(effect.target) || area(effect.target) < LEAST_AREA) return;
    found.push(cc.found(effect.target, "candidate", { kind: "animation", number: effect.target.getAnimations().indexOf(animation) }));
  });
  const MOVING = /\.(gif|webp|apng)([?#]|$)|^data:image\/(gif|webp|apng)/i;
  for (const element of cc.elements) {
    const url = element.matches("img, input[type=image]") ? element.currentSrc || element.src
      : cc.style(element).backgroundImage.match(/^url\("(.*?)"\)/)?.[1];
    if (url && MOVING.test(url) && cc.isSeen(element) && area(element) >= LEAST_AREA) {
      found.push(cc.found(element, "candidate", { kind: "picture", url }));
    }
  }
  const quick = cc.timers.filter(timer => timer.delay > 0 && timer.delay < 167).map(timer => timer.delay);
  if (quick.length) found.push(cc.found(document.documentElement, "candidate", { kind: "script", delay: Math.min(...quick) }));
  return found.slice(0, 12);
}
