// What colour is behind an element, as far as its ancestors' styles tell.
"use strict";
(() => {
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)].map(Math.round);
  cc.mix = (top, below) => over([...top.slice(0, 3), top[3] ?? 1], below);
  // {rgb, image, layers}: image is the element whose background image lies in between, rgb null where nobody can say.
  cc.backdrop = cc.onceFor(element => {
    if (!element) return { rgb: [255, 255, 255], image: null, layers: [] };
    const style = cc.style(element);
    if (+style.opacity < 1 || style.mixBlendMode !== "normal" || style.filter !== "none") return { rgb: null, image: null };
    if (style.backgroundImage !== "none") return { rgb: null, image: element, layers: [] };
    const color = cc.color(style.backgroundColor);
    if (!color) return { rgb: null, image: null };
    if (color[3] === 1) return { rgb: color.slice(0, 3), image: null, layers: [] };
    // It may lie on something else than its parent.
    if (/absolute|fixed|sticky/.test(style.position) && element !== document.body) return { rgb: null, image: null, isFloating: true };
    const below = cc.backdrop(cc.parent(element));
    if (color[3] === 0) return below;
    return { ...below, rgb: below.rgb && over(color, below.rgb), layers: [color, ...below.layers ?? []] };
  });
  const NAMES = { red: [[345, 15]], orange: [[16, 45]], yellow: [[46, 70]], green: [[71, 165]], blue: [[190, 260]], purple: [[261, 300]], pink: [[301, 344]], turquoise: [[166, 189]] };
  // The plain name of a colour; grey for what has hardly any.
  cc.colourName = ([r, g, b]) => {
    const [R, G, B] = [r, g, b].map(v => v / 255), max = Math.max(R, G, B), min = Math.min(R, G, B), d = max - min;
    if (max < 0.15) return "black";
    if (d < 0.12) return min > 0.93 ? "white" : "grey";
    const hue = (max === R ? ((G - B) / d + 6) % 6 : max === G ? (B - R) / d + 2 : (R - G) / d + 4) * 60;
    return Object.entries(NAMES).find(([, spans]) => spans.some(([from, to]) => from <= to ? hue >= from && hue <= to : hue >= from || hue <= to))?.[0] ?? "grey";
  };
})();
