// What the Tab walk asks: the state before anything has the focus, and everything about the element that has it now.
"use strict";
(() => {
  const LOOK = ["outlineStyle", "outlineWidth", "outlineColor", "backgroundColor", "boxShadow"];
  const STILL = "*, *::before, *::after { transition: none !important; scroll-behavior: auto !important; " +
    "caret-color: transparent !important; }";
  let sheet = null;
  let looks = new Map();
  let focused = [];
  let hasChanged = false;
  const changes = new MutationObserver(() => { hasChanged = true; });
  const noteFocus = event => { if (event.composedPath()[0].nodeType === 1) focused.push(event.composedPath()[0]); };

  // No transitions, no caret; the looks of everything that Tab may reach.
  cc.startWalk = () => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STILL);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      addEventListener("focus", noteFocus, true);
    }
    for (const animation of document.getAnimations()) animation.pause();
    hasChanged = false;
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    cc.refresh();
    looks = new Map(cc.elements.filter(cc.isTabbable).map(element => [element, look(element)]));
    const modal = document.querySelector("dialog:modal");
    // Of a group of radio buttons Tab reaches one; which one depends on where it comes from.
    return [...looks.keys()].filter(element => !element.matches("input[type=radio]") && (!modal || cc.contains(modal, element)))
      .map(cc.element);
  };
  cc.endWalk = () => {
    if (!sheet) return;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
    removeEventListener("focus", noteFocus, true);
    sheet = null;
  };
  // Takes focus and scrolling back; true where the walk has left no other trace.
  cc.putBack = () => {
    const wasThere = document.hasFocus();
    cc.active()?.blur();
    scrollTo({ left: 0, top: 0, behavior: "instant" });
    const isSame = !hasChanged && !changes.takeRecords().length;
    changes.disconnect();
    return wasThere && isSame && !document.getAnimations().length &&
      !cc.elements.some(element => element.shadowRoot || element.matches("video, audio, iframe, frame, object, embed, [autofocus]"));
  };
  const look = element => {
    const style = getComputedStyle(element);
    return Object.fromEntries(LOOK.map(property => [property, style[property]]));
  };

  // null where nothing in this frame has the focus; `isFrame` where it is deeper.
  cc.stop = () => {
    cc.forgetStyles();
    const element = cc.active();
    const passed = focused.filter(other => other !== element).map(cc.element);
    focused = [];
    const isInPage = document.hasFocus();
    if (!element || element === document.body || element === document.documentElement) return { element: null, isInPage, passed };
    if (element.matches("iframe, frame, object, embed")) return { element: isInPage ? cc.element(element) : null, isFrame: true, isInPage, passed };
    const box = cc.rect(element);
    const seen = cc.visibleBox(element);
    return {
      element: cc.element(element), isFrame: false, isInPage, passed,
      box: [box.left + scrollX, box.top + scrollY, box.width, box.height],
      isSeen: cc.isSeen(element),
      isInView: seen.width > 0 && seen.height > 0 && seen.right > 0 && seen.bottom > 0 && seen.left < innerWidth && seen.top < innerHeight,
      cover: cc.cover(element),
      hasRing: hasRing(element),
      tabIndex: element.tabIndex,
    };
  };

  // Notes the state after each press that follows, without being asked.
  let noted = [];
  const noteStop = () => { noted.push(cc.stop()); };
  cc.noteStops = () => { addEventListener("keyup", noteStop, true); };
  cc.notedStops = () => {
    removeEventListener("keyup", noteStop, true);
    return noted.splice(0);
  };

  const deepest = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    for (let inner; hit?.shadowRoot && (inner = hit.shadowRoot.elementFromPoint(x, y)) && inner !== hit;) hit = inner;
    return hit;
  };
  const belongs = (element, hit) =>
    cc.contains(element, hit) || cc.contains(hit, element) || [...(element.labels ?? [])].some(label => cc.contains(label, hit));

  // What hides all of the element from sight, if anything: at 15 points of what is in view of it.
  cc.cover = element => {
    const box = cc.visibleBox(element);
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
    if (right - left < 2 || bottom - top < 2) return null;
    let cover = null;
    for (const across of [0.04, 0.27, 0.5, 0.73, 0.96]) {
      for (const down of [0.08, 0.5, 0.92]) {
        const hit = deepest(left + (right - left) * across, top + (bottom - top) * down);
        if (!hit || belongs(element, hit)) return null;
        const layer = opaqueLayer(element, hit);
        if (!layer) return null;
        cover ??= layer;
      }
    }
    return { element: cc.element(cover.element), position: cover.position, isFull: cover.isFull };
  };
  // From what is hit up to the common ancestor: something that one cannot see through, and how it got in front.
  const opaqueLayer = (element, hit) => {
    let found = null, position = "static", opacity = 1;
    for (let up = hit; up && !cc.contains(up, element); up = cc.parent(up)) {
      const style = cc.style(up);
      opacity *= Number(style.opacity);
      const alpha = cc.color(style.backgroundColor)?.[3] ?? 1;
      if (!found && (alpha > 0.5 || up.matches("img, video, canvas, iframe") || style.backgroundImage !== "none")) {
        found = { element: up, isFull: alpha === 1 || up.matches("img, video, iframe") };
      }
      if (style.position === "fixed" || style.position === "sticky") position = style.position;
      else if (position === "static" && style.position === "absolute") position = "absolute";
    }
    return found && { ...found, position, isFull: found.isFull && opacity === 1 };
  };

  // The plain cases in which a visible mark is certain from the styles: an outline, a ring of shadow, another background.
  const hasRing = element => {
    const before = looks.get(element);
    const style = cc.style(element);
    if (!before || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const behind = backdrop(element);
    if (!behind) return false;
    const width = parseFloat(style.outlineWidth), offset = parseFloat(style.outlineOffset);
    const hasNewOutline = style.outlineStyle !== "none" && width >= 1 &&
      (before.outlineStyle === "none" || before.outlineWidth !== style.outlineWidth || before.outlineColor !== style.outlineColor);
    if (hasNewOutline && (style.outlineStyle === "auto" || differs(style.outlineColor, behind)) && offset >= 0) {
      return isClear(element, width + offset, isBelowOutlines);
    }
    const spread = style.boxShadow !== before.boxShadow && style.boxShadow.match(/^(rgba?\([^)]+\)) 0px 0px 0px ([\d.]+)px$/);
    if (spread && parseFloat(spread[2]) >= 1 && differs(spread[1], behind)) return isClear(element, parseFloat(spread[2]), isBelowShadows);
    return false;
  };
  const differs = (color, behind) => {
    const parsed = cc.color(color);
    return !!parsed && parsed[3] > 0.9 && cc.contrast(parsed, behind) >= 1.5;
  };
  const backdrop = element => {
    for (let up = cc.parent(element); up; up = cc.parent(up)) {
      const style = cc.style(up);
      if (style.backgroundImage !== "none" || Number(style.opacity) < 1 || style.filter !== "none") return null;
      const color = cc.color(style.backgroundColor);
      if (!color) return null;
      if (color[3] === 1) return color;
      if (color[3] > 0) return null;
    }
    return [255, 255, 255, 1];
  };
  // Outlines are drawn over neighbours, unless these are in a layer of their own; shadows lie under whatever has a ground.
  const upTo = (element, hit) => {
    const found = [];
    for (let up = hit; up && !cc.contains(up, element); up = cc.parent(up)) found.push(up);
    return found;
  };
  const isBelowOutlines = (element, hit) => upTo(element, hit).every(up => {
    const style = cc.style(up);
    return style.position === "static" && style.zIndex === "auto" && style.opacity === "1" && style.transform === "none" &&
      style.filter === "none" && style.willChange === "auto" && style.isolation === "auto" && style.mixBlendMode === "normal";
  });
  const isBelowShadows = (element, hit) => isBelowOutlines(element, hit) && upTo(element, hit).every(up =>
    cc.style(up).backgroundColor === "rgba(0, 0, 0, 0)" && cc.style(up).backgroundImage === "none" && !up.matches("img,video,canvas,iframe"));
  // Nothing clips or covers what is drawn around the element.
  const isClear = (element, reach, isBelow) => {
    const box = cc.rect(element), seen = cc.visibleBox(element);
    if (box.width < 4 || box.height < 4 || box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) return false;
    if (Math.abs(seen.width - box.width) > 1 || Math.abs(seen.height - box.height) > 1) return false;
    for (let up = cc.parent(element); up && up !== document.body; up = cc.parent(up)) {
      const style = cc.style(up);
      if (style.clipPath !== "none" || style.maskImage !== "none") return false;
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const outer = cc.rect(up);
      if (box.left - reach < outer.left || box.top - reach < outer.top || box.right + reach > outer.right || box.bottom + reach > outer.bottom) return false;
    }
    const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return [[middle[0], box.top - reach / 2], [middle[0], box.bottom + reach / 2], [box.left - reach / 2, middle[1]],
      [box.right + reach / 2, middle[1]], middle].every(([x, y]) => {
      const hit = deepest(x, y);
      return !hit || belongs(element, hit) || isBelow(element, hit);
    });
  };

  // Where a focus mark may show: the element, its labels and what stands right beside it, in document coordinates.
  cc.aim = (element, isFocused) => {
    cc.forgetStyles();
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    if (isFocused) element.focus({ preventScroll: true });
    else { cc.active()?.blur(); }
    const boxes = [element, ...(element.labels ?? [])].map(cc.rect).filter(box => box.width > 0 && box.height > 0);
    if (!boxes.length) return { scroll: [scrollX, scrollY], box: [0, 0, 0, 0], isFocused: element.matches(":focus") };
    const left = Math.min(...boxes.map(box => box.left)) - 8, top = Math.min(...boxes.map(box => box.top)) - 8;
    const right = Math.max(...boxes.map(box => box.right)) + 8, bottom = Math.max(...boxes.map(box => box.bottom)) + 8;
    return { scroll: [scrollX, scrollY], box: [left, top, right, bottom], isFocused: element.matches(":focus") };
  };
})();
