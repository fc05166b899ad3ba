// What an action changes for the person before the screen: cc.look() before it, cc.effects() after it.
"use strict";
(() => {
  const THINGS = "img,svg,input,select,textarea,button,iframe,video,canvas,object,embed,progress,meter,hr";
  const STATES = ["aria-expanded", "aria-selected", "aria-checked", "aria-pressed", "aria-activedescendant", "aria-valuenow",
    "aria-valuetext", "aria-current", "aria-invalid", "aria-hidden", "open", "hidden", "disabled", "tabindex", "src", "alt", "aria-label"];
  let before = null;

  // Everything that shows something itself: words, a picture, a control.
  const things = () => {
    const found = new Map();
    for (const element of cc.elements) {
      const text = cc.ownText(element);
      if (!text && !element.matches(THINGS)) continue;
      if (/^(script|style|template|noscript|title|option|head)$/.test(element.localName)) continue;
      if (cc.isSeen(element)) found.set(element, text);
    }
    return found;
  };
  // A picture that styles put into a box which says that it is one.
  const pictureOf = element => element.getAttribute("role") === "img" && element.localName !== "svg" ? getComputedStyle(element).backgroundImage : "";
  const statesOf = element => STATES.map(name => element.getAttribute(name))
    .concat(String(element.value ?? ""), String(element.checked ?? ""), String(element.open ?? ""), String(element.paused ?? ""), pictureOf(element));
  // Regions whose changes are read out, seen or not, and their words.
  const LIVE = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], [role=alertdialog], [role=progressbar], output";
  cc.liveRegion = element => cc.closest(element, LIVE);
  const announcements = () => new Map(cc.all(LIVE).filter(region => cc.isRendered(region) && !cc.isHiddenFromReaders(region))
    .map(region => [region, cc.squeeze(region.textContent)]));
  const look = () => {
    cc.refresh();
    return {
      live: announcements(),
      things: things(), all: new Set(cc.elements), focus: cc.active(), scroll: [scrollX, scrollY],
      states: new Map(cc.elements.map(element => [element, statesOf(element)])), address: location.href,
    };
  };

  // For many tries in a row: has anything in the page changed, got the focus or scrolled since the last call?
  let stirring = new Map(), observer = null, place = "";   // element → how it has looked meanwhile
  const placeNow = () => [scrollX, scrollY, location.href, document.hasFocus() && cc.ref(cc.active() ?? document.body)].join();
  const note = records => {
    const changed = new Set(records.map(({ target }) => target.nodeType === 1 ? target : target.parentElement ?? document.documentElement));
    for (const element of changed) {
      if (!stirring.has(element)) stirring.set(element, new Set());
      const looks = stirring.get(element);
      if (looks.size < 6 && stirring.size <= 40 && element.isConnected) looks.add(lookOf(element));
    }
    // Shown and hidden in turn: the box around looks otherwise, and which of the things in it one sees tells how.
    const turned = records.filter(record => record.type === "attributes" && /^(class|style|hidden|aria-hidden)$/.test(record.attributeName) && !record.target.checkVisibility());
    for (const box of new Set(turned.map(({ target }) => target.parentElement).filter(Boolean))) {
      if (box === document.body || box === document.documentElement || !box.checkVisibility() || stirring.size > 40) continue;
      const looks = stirring.get(box) ?? new Set();
      stirring.set(box, looks);
      if (looks.size < 6) looks.add([...box.children].slice(0, 30).map(each => each.checkVisibility() ? cc.squeeze(each.textContent).slice(0, 40) : "").join("|"));
    }
  };
  const observe = () => {
    if (observer) return note(observer.takeRecords());
    observer = new MutationObserver(note);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    place = placeNow();
  };
  cc.stirred = () => {
    observe();
    const answer = stirring.size > 0 || place !== placeNow();
    [stirring, place] = [new Map(), placeNow()];
    return answer;
  };
  const drawn = element => {
    try { return element.toDataURL().slice(-2000); } catch { return ""; }
  };
  const lookOf = element => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    return [box.left + scrollX, box.top + scrollY, box.width, box.height].map(Math.round).join() + [style.opacity, style.visibility, style.color,
      style.backgroundColor, style.backgroundImage.slice(0, 200), style.backgroundPosition, element.scrollLeft, element.scrollTop,
      element.currentSrc ?? "", cc.squeeze(element.textContent).slice(0, 200), element.localName === "canvas" ? drawn(element) : ""].join("|");
  };
  // What has changed by itself since the last call of this or of cc.stirred(), and how it looks now.
  cc.stirrers = () => {
    observe();
    const found = [...stirring].filter(([element]) => element.isConnected && element.checkVisibility()).slice(0, 40);
    stirring = new Map();
    for (const canvas of document.querySelectorAll("canvas")) found.push([canvas, new Set([lookOf(canvas)])]);
    return found.map(([element, looks]) => ({ ...cc.element(element), looks: [...looks], text: cc.text(element).slice(0, 200) }));
  };

  // Lets what has begun come to its end: transitions and short animations are set to their last moment.
  cc.frame = () => new Promise(done => { requestAnimationFrame(() => requestAnimationFrame(() => done())); setTimeout(done, 40); });
  cc.still = async () => {
    const frame = () => new Promise(done => { requestAnimationFrame(() => done()); setTimeout(done, 24); });
    await frame();
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) try { animation.finish(); } catch { /* has no end */ }
    }
    await frame();
  };
  cc.look = () => { before = look(); };
  cc.effects = async () => {
    await cc.still();
    const now = look();
    const old = before ?? now;   // null in a frame that was loaded since
    const shown = [...now.things.keys()].filter(element => !old.things.has(element));
    const hidden = [...old.things.keys()].filter(element => !now.things.has(element));
    const changed = [...now.things].filter(([element, text]) => old.things.has(element) && old.things.get(element) !== text);
    const names = [...STATES, "value", "checked", "isOpen", "isPaused", "background"];
    const states = [...now.states].flatMap(([element, values]) => (old.states.get(element) ?? values)
      .map((value, i) => ({ value, i })).filter(({ value, i }) => value !== values[i] && (names[i] !== "src" || element.localName !== "img" || cc.isSeen(element)))
      .map(({ value, i }) => ({ element: cc.element(element), name: names[i], before: value, after: values[i] })));
    // The whole that came with each new thing: climb while the parent was not there, or showed nothing, before.
    const hadThings = new Set([...old.things.keys()].flatMap(element => [element, ...cc.ancestors(element)]));
    const whole = element => {
      let found = element;
      for (let up = cc.parent(element); up && !hadThings.has(up) && up !== document.body && up !== document.documentElement; up = cc.parent(up)) found = up;
      return found;
    };
    const wholes = [...new Set(shown.map(whole))];
    const announced = [...now.live].filter(([region, text]) => text && old.live.get(region) !== text).map(([, text]) => text.slice(0, 400));
    const focus = element => element && element !== document.body && element !== document.documentElement ? cc.element(element) : null;
    return {
      shown: shown.map(cc.element), hidden: hidden.filter(element => element.isConnected).map(cc.element),
      removed: hidden.filter(element => !element.isConnected).length,
      wholes: wholes.map(element => ({ ...cc.element(element), text: cc.text(element).slice(0, 400), isNew: !old.all.has(element), isLive: !!cc.liveRegion(element) || !!element.querySelector(LIVE) })),
      changed: changed.map(([element, text]) => ({ element: cc.element(element), before: old.things.get(element), after: text, isLive: !!cc.liveRegion(element) })),
      states, announced, focusBefore: focus(old.focus), focusAfter: focus(now.focus), hasMovedFocus: old.focus !== now.focus,
      isFocusLost: !now.focus || now.focus === document.body || !cc.isSeen(now.focus),
      hasScrolled: old.scroll[0] !== now.scroll[0] || old.scroll[1] !== now.scroll[1], hasNewAddress: old.address !== now.address,
    };
  };
})();
