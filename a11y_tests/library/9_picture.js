// Pictures as the browser draws them: do their pixels look like lines of letters?
"use strict";
(() => {
  // Rows of ink → lines; in each line the runs of columns with ink → letters, at least those that do not touch.
  const read = image => {
    const width = Math.min(image.naturalWidth || image.width, 900);
    const height = Math.round(width * (image.naturalHeight || image.height) / (image.naturalWidth || image.width));
    if (!width || !height || height > 900) return null;
    const canvas = document.createElement("canvas");
    canvas.width = width; canvas.height = height;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.fillStyle = "#fff"; context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const light = new Uint8Array(width * height), counts = new Map();
    for (let i = 0; i < light.length; i++) {
      light[i] = (data[i * 4] * 77 + data[i * 4 + 1] * 150 + data[i * 4 + 2] * 29) >> 8;
      const shade = (data[i * 4] >> 4 << 8) | (data[i * 4 + 1] >> 4 << 4) | data[i * 4 + 2] >> 4;
      counts.set(shade, (counts.get(shade) ?? 0) + 1);
    }
    const [ground, most] = [...counts].sort((a, b) => b[1] - a[1])[0];
    if (most < light.length * 0.55) return null;   // a photograph, or a busy ground
    const base = ((ground >> 8) * 17 * 77 + (ground >> 4 & 15) * 17 * 150 + (ground & 15) * 17 * 29) >> 8;
    const isInk = i => Math.abs(light[i] - base) > 70;
    const rows = Array.from({ length: height }, (_, y) => { let n = 0; for (let x = 0; x < width; x++) if (isInk(y * width + x)) n++; return n; });
    const lines = [];
    for (let y = 0, start = -1; y <= height; y++) {
      const has = y < height && rows[y] > 0;
      if (has && start < 0) start = y;
      if (!has && start >= 0) { if (y - start >= 5) lines.push([start, y]); start = -1; }
    }
    let letters = 0, ink = 0, area = 0;
    for (const [from, to] of lines) {
      let isIn = false, first = -1, last = 0;
      for (let x = 0; x < width; x++) {
        let n = 0;
        for (let y = from; y < to; y++) if (isInk(y * width + x)) n++;
        ink += n;
        if (n) { if (!isIn) letters++; if (first < 0) first = x; last = x; }
        isIn = n > 0;
      }
      area += (to - from) * (last - first + 1);
    }
    const heights = lines.map(([from, to]) => to - from);
    return { lines: lines.length, letters, density: area ? ink / area : 0, isEven: heights.length > 0 && Math.max(...heights) <= Math.min(...heights) * 2.2 && Math.max(...heights) <= 120, height };
  };
  // {lines, letters} of a picture of nothing but text; null for any other. Throws where its pixels are another site's.
  cc.lettersIn = image => {
    const picture = read(image);
    if (!picture || !picture.isEven || !picture.lines || picture.lines > 12 || picture.density < 0.12 || picture.density > 0.6) return null;
    return picture.letters < 8 * Math.max(1, picture.lines / 2) ? null : picture;
  };
})();
