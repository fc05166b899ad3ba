// Where each piece of text stands at different sizes of the window, of the text, or with more space between letters,
// and what got lost on the way: cc.measure("wide"), change something, cc.measure("narrow"), compare.
"use strict";
(() => {
  const NO_TEXT = "script,style,noscript,template,textarea,option,select,title,canvas,audio,video,object,iframe,math,svg,svg *";
  const CONTROLS = "input:not([type=hidden]),select,textarea,button";
  const HIDING = new Set(["hidden", "clip"]), SCROLLING = new Set(["auto", "scroll"]);
  const measured = {};
  // A page of ten thousand lines is judged by its beginning.
  const MOST_TEXTS = 3000, MOST_FOUND = 15;
  const ALL = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
  // x and y: what cuts off in this direction; painted: where it shows at this moment, without scrolling boxes.
  const EVERYWHERE = { ...ALL, x: null, y: null, painted: ALL };
  const common = (one, other) => ({
    left: Math.max(one.left, other.left), top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right), bottom: Math.min(one.bottom, other.bottom),
  });

  // The part of the page in which something inside this element can be seen, after scrolling.
  const measurer = () => {
    const known = new Map(), fixed = new Map();
    const root = document.documentElement, body = document.body;
    const rootStyle = cc.style(root);
    const viewStyle = rootStyle.overflowX === "visible" && body ? cc.style(body) : rootStyle;
    const view = {
      ...EVERYWHERE,
      ...HIDING.has(viewStyle.overflowX) && { left: 0, right: innerWidth, x: root },
      ...HIDING.has(viewStyle.overflowY) && { top: 0, bottom: innerHeight, y: root },
    };
    // Whose overflow counts for this element: its containing blocks.
    const holder = element => {
      const position = cc.style(element).position;
      for (let up = cc.parent(element); up; up = cc.parent(up)) {
        const style = cc.style(up);
        if (position === "fixed" && style.transform === "none" && style.filter === "none" && style.contain === "none") continue;
        if (position === "absolute" && style.position === "static" && style.transform === "none") continue;
        return up;
      }
      return null;
    };
    const clipOf = element => {
      if (!element || element === root || element === body) return view;
      if (known.has(element)) return known.get(element);
      const up = holder(element);
      const outer = up ? clipOf(up) : cc.style(element).position === "fixed" ? { ...view } : view;
      const style = cc.style(element);
      let clip = outer;
      if (style.overflowX !== "visible" || style.overflowY !== "visible") {
        const box = cc.rect(element);
        clip = { ...outer, painted: common(outer.painted, {
          ...ALL, ...style.overflowX !== "visible" && { left: box.left, right: box.right },
          ...style.overflowY !== "visible" && { top: box.top, bottom: box.bottom },
        }) };
        if (SCROLLING.has(style.overflowX)) Object.assign(clip, { left: -1e6, right: 1e6, x: null, scroller: element });
        else if (HIDING.has(style.overflowX)) {
          if (box.left > clip.left) clip.left = box.left;
          if (box.right < clip.right) Object.assign(clip, { right: box.right, x: element });
        }
        if (SCROLLING.has(style.overflowY)) Object.assign(clip, { top: -1e6, bottom: 1e6, y: null });
        else if (HIDING.has(style.overflowY)) {
          if (box.top > clip.top) clip.top = box.top;
          if (box.bottom < clip.bottom) Object.assign(clip, { bottom: box.bottom, y: element });
        }
      }
      known.set(element, clip);
      return clip;
    };
    const isFixed = element => {
      if (!element) return false;
      if (!fixed.has(element)) fixed.set(element, /fixed|sticky/.test(cc.style(element).position) || isFixed(cc.parent(element)));
      return fixed.get(element);
    };
    return { clipOf, isFixed };
  };

  const linesOf = (node, range) => {
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(rect => rect.width > 0.5 && rect.height > 0.5);
  };
  const isInFlow = element => [element, ...cc.ancestors(element)].every(up => {
    const style = cc.style(up);
    return /static|relative/.test(style.position) && style.transform === "none" && style.translate === "none" && parseFloat(style.marginLeft) < innerWidth / 2 && parseFloat(style.left || 0) !== innerWidth;
  });
  cc.measure = name => {
    cc.refresh();
    scrollTo(0, 0);
    const range = document.createRange(), { clipOf, isFixed } = measurer();
    const texts = new Map(), controls = new Map();
    for (const element of cc.elements) {
      if (texts.size > MOST_TEXTS) break;
      if (element.matches(CONTROLS) && cc.isSeen(element)) controls.set(element, cc.rect(element));
      const nodes = [...element.childNodes].filter(node => node.nodeType === 3 && /\S/.test(node.data));
      if (!nodes.length || element.matches(NO_TEXT) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const clip = clipOf(element), size = parseFloat(cc.style(element).fontSize);
      for (const node of nodes) {
        const lines = linesOf(node, range).map(({ left, top, right, bottom }) => ({
          left, top, right, bottom, painted: common({ left, top, right, bottom }, clip.painted),
          across: Math.max(0, Math.min(right, clip.right) - Math.max(left, clip.left)) / (right - left),
          down: Math.max(0, Math.min(bottom, clip.bottom) - Math.max(top, clip.top)) / (bottom - top),
        }));
        if (lines.length) texts.set(node, { element, lines, clip, size, isFixed: isFixed(element), isSeen: lines.some(line => line.across * line.down > 0.5 && line.right > 0),
          isBeyond: lines.every(line => line.left >= clip.right - 1) && isInFlow(element) });
      }
    }
    const style = cc.style(document.documentElement), bodyStyle = document.body && cc.style(document.body);
    measured[name] = {
      texts, controls, width: innerWidth, height: innerHeight,
      scrollWidth: [style, bodyStyle].some(each => each && HIDING.has(each.overflowX)) ? innerWidth : document.documentElement.scrollWidth,
    };
    return texts.size;
  };
  cc.isMeasured = name => name in measured;
  cc.measured = name => measured[name];

  // A row of slides or a list that its buttons or gestures move: what is cut off comes into sight by them.
  const MOVED = /carousel|slider|slide|swiper|slick|glide|splide|marquee|ticker|track|scroller|rotator/i;
  const isMoved = clipper => [clipper, ...cc.ancestors(clipper).slice(0, 3)].some(up =>
    MOVED.test(`${up.id} ${up.getAttribute("class")} ${up.getAttribute("aria-roledescription")}`)) ||
    [...clipper.querySelectorAll("*")].slice(0, 30).some(inner => MOVED.test(inner.getAttribute("class") ?? ""));
  const isShortened = (element, clipper) => [element, ...cc.ancestors(element)].some(up =>
    cc.style(up).textOverflow === "ellipsis" || !["none", "auto"].includes(cc.style(up).webkitLineClamp)) || clipper.matches("details");
  // Which part of its width or of its lines cannot be seen.
  const lossOf = text => {
    const lost = { across: 0, down: 0, whole: true };
    for (const line of text.lines) {
      const width = (1 - line.across) * (line.right - line.left);
      if (line.down > 0.2) lost.across = Math.max(lost.across, width / text.size);
      if (line.across > 0.2) lost.down = Math.max(lost.down, 1 - line.down);
      if (line.across * line.down > 0.1) lost.whole = false;
    }
    return lost;
  };
  const isProse = (element, clipper) =>
    /\s/.test(cc.squeeze(element.textContent)) && !cc.closest(element, "nav,a,button,[role=menubar],[role=tablist],[role=toolbar],[role=menu]") &&
    cc.style(clipper).flexWrap !== "wrap";
  // Text that could be read before and is cut off now: [{element, clipper, isShortened, way}], one for each clipper.
  cc.cutOff = (before, after) => {
    const found = new Map();
    for (const [node, text] of measured[after].texts) {
      const old = measured[before].texts.get(node);
      if (!old?.isSeen || !node.isConnected) continue;
      const lost = lossOf(text), was = lossOf(old);
      if (was.across > 0.3 || was.down > 0.15) continue;
      const isAcross = lost.across >= 1.1 && text.clip.x, isDown = lost.down >= 0.45 && text.clip.y;
      const clipper = isDown ? text.clip.y : isAcross ? text.clip.x : null;
      if (!clipper || cc.isHiddenFromReaders(text.element) || isMoved(clipper)) continue;
      const known = found.get(clipper);
      if (known) continue;
      if (found.size >= MOST_FOUND) break;
      // Entries of a menu that are gone as a whole may be meant so, and a button brings them back. Sentences in the
      // flow of a page that does not scroll sideways are not.
      const isBeyond = isAcross && !isDown && clipper === document.documentElement && text.isBeyond;
      if (lost.whole && !((isDown || isBeyond && cc.words(node.data).length >= 5) && isProse(text.element, clipper))) continue;
      found.set(clipper, {
        clipper, element: text.element, text: cc.squeeze(node.data), way: isDown ? "down" : "across",
        isShortened: isShortened(text.element, clipper),
      });
    }
    return [...found.values()];
  };

  // Lines of text that lie over one another now and did not before.
  cc.runTogether = (before, after) => {
    const lines = name => [...measured[name].texts].filter(([, text]) => text.isSeen && !text.isFixed)
      .flatMap(([node, text]) => text.lines.map(line => ({ ...line.painted, node, text }))
        .filter(line => line.right - line.left > 2 && line.bottom - line.top > 0.5 * text.size));
    const meets = (one, other) => {
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const least = Math.min(one.bottom - one.top, other.bottom - other.top);
      return width > 0.6 * Math.min(one.text.size, other.text.size) && height > 0.4 * least;
    };
    const sorted = lines(after).sort((one, other) => one.top - other.top);
    const old = measured[before].texts, found = new Map();
    sorted.forEach((line, index) => {
      if (found.size >= MOST_FOUND) return;
      for (let next = index + 1; next < sorted.length && sorted[next].top < line.bottom; next++) {
        const other = sorted[next];
        if (other.node === line.node || !meets(line, other) || found.has(other.text.element)) continue;
        const [one, two] = [old.get(line.node), old.get(other.node)];
        if (!one?.isSeen || !two?.isSeen || line.text.element.closest("sub, sup, ruby") || other.text.element.closest("sub, sup, ruby")) continue;
        const wereApart = !one.lines.some(a => two.lines.some(b => meets({ ...a.painted, text: one }, { ...b.painted, text: two })));
        const isFirst = line.node.compareDocumentPosition(other.node) & Node.DOCUMENT_POSITION_FOLLOWING;
        const [under, over] = isFirst ? [line.text.element, other.text.element] : [other.text.element, line.text.element];
        if (wereApart) found.set(over, { element: over, other: under });
      }
    });
    return [...found.values()];
  };

  // Code, tables, pictures and bars of tools may need two directions of scrolling by their nature.
  const TWO_WAYS = "table,pre,code,samp,kbd,svg,math,canvas,[role=table],[role=grid],[role=treegrid],[role=img],[role=math]," +
    "[role=toolbar],[role=tablist],[role=menubar],[role=application],[aria-roledescription]";
  const EDGE = 8;
  const outermost = element => {
    let found = element;
    for (let up = element; up && up !== document.body && up !== document.documentElement; up = cc.parent(up)) {
      const box = up.getBoundingClientRect();
      if (box.right > innerWidth + EDGE && box.width > 0) found = up;
    }
    return found;
  };
  // Called while the window is narrow: text and controls for which one must scroll sideways, or that cannot be reached.
  cc.sideways = (wide, narrow) => {
    const before = measured[wide], now = measured[narrow], found = new Map();
    const add = (element, text, isSure, scroller) => {
      if (element.closest(TWO_WAYS) || cc.isHiddenFromReaders(element)) return;
      const culprit = scroller ?? outermost(element);
      if (culprit !== element && isMoved(culprit)) return;
      const known = found.get(culprit);
      if (!known || (isSure && !known.isSure)) found.set(culprit, { culprit, element, text, isSure });
    };
    const isWide = now.scrollWidth > innerWidth + EDGE;
    for (const [node, text] of now.texts) {
      const old = before.texts.get(node);
      if (!old?.isSeen || old.lines.every(line => line.left >= before.width)) continue;
      const words = cc.squeeze(node.data);
      if (!/\p{L}{3}/u.test(words) || found.size >= MOST_FOUND) continue;
      for (const line of text.lines) {
        const scroller = text.clip.scroller;
        const isBeyond = !scroller && !text.clip.x && line.right > innerWidth + EDGE && (isWide || text.isFixed);
        const isTooLong = scroller && line.right - line.left > Math.min(scroller.clientWidth, innerWidth) + EDGE;
        if (isBeyond || isTooLong) { add(text.element, words, /\s/.test(words) || line.left >= innerWidth - EDGE, isTooLong ? scroller : null); break; }
      }
    }
    for (const control of isWide ? now.controls.keys() : []) {
      const box = now.controls.get(control), old = before.controls.get(control);
      if (old && old.left < before.width && !cc.closest(control, "[style*='overflow']") && (box.left >= innerWidth - EDGE || box.width > (control.matches("textarea,input") ? innerWidth * 1.25 : innerWidth + 2 * EDGE))) {
        add(control, cc.name(control), true, null);
      }
    }
    return [...found.values()].map(each => ({
      culprit: cc.element(each.culprit), element: cc.element(each.element), text: each.text.slice(0, 60), isSure: each.isSure,
    }));
  };

  // What was there in the wide window and is not in the narrow one, while nothing there could bring it back.
  const OPENERS = "button,summary,[role=button],[aria-expanded],[aria-haspopup],select,label,input[type=checkbox],details";
  cc.goneInNarrow = (wide, narrow) => {
    const before = measured[wide], now = measured[narrow];
    if ([...now.controls.keys()].some(control => control.matches("button")) || cc.all(OPENERS).some(cc.isSeen)) return [];
    const words = text => cc.squeeze(text).toLowerCase();
    const left = new Set([...now.texts].filter(([, text]) => text.isSeen).map(([node]) => words(node.data)));
    const gone = [...before.texts].filter(([node, text]) => text.isSeen && node.isConnected && !now.texts.get(node)?.isSeen && !left.has(words(node.data)));
    const links = new Set(gone.map(([, text]) => text.element.closest("a[href]")).filter(Boolean));
    const isMain = element => cc.closest(element, "main,[role=main],article") && !cc.closest(element, "nav,aside,header,footer,[aria-hidden=true]") && !element.checkVisibility();
    const count = texts => texts.reduce((sum, [node]) => sum + cc.words(node.data).length, 0);
    if (links.size < 3 && count(gone) < 40 && count(gone.filter(([, text]) => isMain(text.element))) < 20) return [];
    const hidden = element => {
      let found = element;
      for (let up = element; up && up !== document.body; up = cc.parent(up)) if (!up.checkVisibility()) found = up;
      return found;
    };
    return [...new Set(gone.map(([, text]) => hidden(text.element)))].map(cc.element).slice(0, 3);
  };

  // Text that grows by less than half again however far one zooms, since it is set in parts of the window.
  cc.fixedText = () => {
    const [wide, double, narrow] = ["wide", "double", "narrow"].map(name => measured[name]);
    const found = new Map();
    for (const [node, text] of wide.texts) {
      const sizes = [double, narrow].map(each => each.texts.get(node)?.size);
      if (!text.isSeen || sizes.includes(undefined) || !/\p{L}{3}/u.test(node.data)) continue;
      const growth = Math.max(2 * sizes[0] / text.size, 4 * sizes[1] / text.size);
      if (growth < 1.5 && !found.has(text.element)) found.set(text.element, { element: text.element, growth });
    }
    return [...found.values()].map(({ element, growth }) => ({ element: cc.element(element), growth: Math.round(growth * 100) }));
  };
})();
