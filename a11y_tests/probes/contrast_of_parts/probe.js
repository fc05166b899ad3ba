// Text whose ground is a gradient or a picture, and placeholders: what axe-core does not decide.
cc => {
  const found = [], seenElements = new Set();
  const needed = style => { const size = parseFloat(style.fontSize); return size >= 24 || size >= 18.66 && +style.fontWeight >= 700 ? 3 : 4.5; };
  const stops = (image, below) => {
    const colours = [...image.matchAll(/rgba?\([^)]*\)/g)].map(match => cc.color(match[0]));
    if (!/gradient\(/.test(image) || /url\(/.test(image) || !colours.length || colours.some(color => !color) || /color\(|oklch|lab\(/.test(image)) return null;
    return colours.map(color => cc.mix(color, below));
  };
  const groundAt = (svg, text, x, y) => {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return null;
    const layers = document.elementsFromPoint(x, y), at = layers.indexOf(text);
    const below = layers.slice(at + 1).find(layer => layer !== text);
    if (!below || at < 0 && !svg.contains(below)) return null;
    if (below === svg || !svg.contains(below)) return cc.backdrop(svg).rgb;
    const fill = below.matches("rect,circle,ellipse,path,polygon") ? cc.color(cc.style(below).fill) : null;
    return fill && fill[3] === 1 && +cc.style(below).fillOpacity === 1 && [below, ...cc.ancestors(below)].every(up => +cc.style(up).opacity === 1) ? fill.slice(0, 3) : null;
  };
  // Where its letters are, line by line, in the document.
  const linesOf = element => [...element.childNodes].filter(node => node.nodeType === 3 && node.data.trim()).flatMap(node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].map(({ x, y, width, height }) => [x + scrollX, y + scrollY, width, height]);
  }).filter(([, , width, height]) => width > 8 && height > 8).slice(0, 3);
  const withinPictures = cc.once(() => cc.all("img,video,canvas,picture").filter(image => cc.seen(image)).map(image => ({ image, box: cc.rect(image) })).filter(({ box }) => box.width > 60 && box.height > 30));
  for (const block of cc.blocks()) for (const part of block.parts) {
    const element = part.element;
    if (seenElements.has(element) || !/[\p{L}\p{N}]/u.test(part.text)) continue;
    seenElements.add(element);
    const ground = cc.backdrop(element);
    const isOver = ground.image || ground.isFloating || withinPictures().length && /absolute|fixed|relative|sticky/.test(cc.style(block.element).position);
    if (!isOver) continue;
    const style = cc.style(element);
    if (cc.inside(element, ":disabled,[aria-disabled=true],svg,[inert]") || style.backgroundClip === "text" || style.webkitBackgroundClip === "text") continue;
    const label = cc.closest(element, "label");
    if (label?.control && cc.isDisabled(label.control)) continue;
    const color = cc.color(style.color), fill = cc.color(style.webkitTextFillColor);
    if (!color || color[3] < 1 || fill && style.webkitTextFillColor !== style.color) continue;
    const box = cc.rect(element);
    if (ground.image) {
      const owner = cc.style(ground.image), below = cc.color(owner.backgroundColor);
      const base = below?.[3] === 1 ? below : [255, 255, 255];
      const known = stops(owner.backgroundImage, base);
      const cover = (known ?? []).map(stop => (ground.layers ?? []).reduceRight((under, layer) => cc.mix(layer, under), stop));
      const isWhole = owner.backgroundRepeat !== "no-repeat" || owner.backgroundSize === "auto" || /cover|100%/.test(owner.backgroundSize);
      if (known && isWhole && owner.backgroundSize.split(",").length === 1 && style.textShadow === "none") {
        const best = Math.max(...cover.map(stop => cc.contrast(color, stop)));
        // A gradient passes through what lies between its stops too: text lighter than one stop and darker than the other can be readable nowhere.
        if (best < needed(style)) found.push(cc.found(element, `text ${cc.quoted(part.text, 40)} has at most ${best.toFixed(1)} to 1 contrast with the gradient behind it; ${needed(style)} to 1 is needed`));
        // Readable over one end and not over the other: which of them the text reaches, its pixels tell.
        else if (cover.some(stop => cc.contrast(color, stop) < needed(style)) && /^(repeating-)?(linear|radial|conic)-gradient/.test(owner.backgroundImage)) {
          found.push(cc.found(element, cc.quoted(part.text, 40), { picture: true, lines: linesOf(element), color, needed: needed(style) }));
        }
      } else if (/url\(/.test(owner.backgroundImage) && style.textShadow === "none") {
        found.push(cc.found(element, cc.quoted(part.text, 40), { picture: true, color, needed: needed(style) }));
      }
    } else if (ground.rgb === null && ground.isFloating || /absolute|fixed|relative|sticky/.test(cc.style(block.element).position)) {
      const under = withinPictures().find(({ image, box: other }) => !cc.contains(block.element, image) && other.left <= box.left && other.right >= box.right && other.top <= box.top && other.bottom >= box.bottom);
      if (under && style.textShadow === "none") found.push(cc.found(element, cc.quoted(part.text, 40), { picture: true, color, needed: needed(style) }));
    }
  }
  // Text in a drawing, on a shape of one colour or on the page itself. Logos are left out.
  for (const text of cc.all("svg text")) {
    const svg = text.ownerSVGElement;
    if (!svg || !cc.seen(text) || !cc.hasLetters(text.textContent) || cc.closest(svg, "a,button,header,footer,[class*=logo],[id*=logo],[class*=brand],[aria-hidden=true]") || /logo/i.test(cc.name(svg))) continue;
    const style = cc.style(text), color = cc.color(style.fill), box = cc.rect(text);
    const opacity = [text, ...cc.ancestors(text)].reduce((all, up) => all * +cc.style(up).opacity, 1);
    if (!color || style.stroke !== "none" || opacity < 1 || +style.fillOpacity < 1 || color[3] < 1 || text.querySelector("*") || svg.querySelector("filter,mask,pattern,image,foreignObject,use")) continue;
    const size = box.height / 1.2, want = size >= 24 || size >= 18.66 && +style.fontWeight >= 700 ? 3 : 4.5;
    const grounds = [0.1, 0.5, 0.9].map(across => groundAt(svg, text, box.left + box.width * across, box.top + box.height / 2));
    if (grounds.some(ground => !ground)) continue;
    const best = Math.max(...grounds.map(ground => cc.contrast(color, ground)));
    if (best < want - 0.05) found.push(cc.found(text, `text ${cc.quoted(text.textContent, 40)} in a drawing has a contrast of ${best.toFixed(1)} to 1; ${want} to 1 is needed`));
  }
  for (const field of cc.all("input[placeholder],textarea[placeholder]")) {
    if (!cc.seen(field) || cc.isDisabled(field) || field.value || !cc.hasLetters(field.placeholder)) continue;
    const style = cc.style(field, "::placeholder"), color = cc.color(style.color), ground = cc.backdrop(field);
    if (!color || !ground.rgb || +style.opacity === 0 || color[3] === 0) continue;
    const shown = cc.mix([...color.slice(0, 3), color[3] * +style.opacity], ground.rgb);
    const contrast = cc.contrast(shown, ground.rgb), want = needed(style);
    if (contrast < want - 0.05) found.push(cc.found(field, `the placeholder ${cc.quoted(field.placeholder, 40)} has a contrast of ${contrast.toFixed(1)} to 1; ${want} to 1 is needed`, { act: [] }));
  }
  return found;
}
