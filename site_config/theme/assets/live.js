// Live updates, off until somebody starts them. Without this file every page is whole: Refresh does the same.
(() => {
  const bar = document.querySelector("[data-events]");
  if (!bar || !window.EventSource) return;
  const words = bar.dataset, [controls, status] = bar.children, [, button, link] = controls.children;
  const SCREEN = 5100, SPOKEN = 30000, TYPING = 1000, GAP = 3000, SILENCE = 40000, COMEBACK = 10000;
  const FIELDS = "input,select,textarea,[contenteditable]";
  const USED = `a,button,summary,[tabindex],${FIELDS}`, KEPT = `li[id],.notice,${USED}`;
  const region = () => document.querySelector("[data-live]");
  let source, lost, silent, drawing, isBehind, drawAt = -SCREEN, speaking, spokenAt = -SPOKEN, typedAt = -TYPING;
  let said = region()?.dataset.live ?? document.querySelector("[data-own]")?.textContent;
  let wanted = said, urgent = [], urgentAt = -GAP, mine = {};

  // Where the browser keeps nothing, live updates are chosen on each page.
  const kept = (name, value, storage = "localStorage") => {
    try {
      if (value) window[storage].setItem(`curbcut-${name}`, value);
      return window[storage].getItem(`curbcut-${name}`);
    } catch { /* kept nowhere */ }
  };

  // One text at a time. What concerns the reader is said at once, but never into typing; the rest at most every 30 s.
  const say = text => { status.textContent = text; spokenAt = performance.now(); };
  const later = wait => { clearTimeout(speaking); speaking = setTimeout(speak, wait); };
  const speak = () => {
    if (!urgent.length && wanted === said) return;
    const now = performance.now();
    const wait = Math.max(typedAt + TYPING, urgent.length ? urgentAt + GAP : spokenAt + SPOKEN) - now;
    if (wait > 0) return later(wait);
    if (urgent.length) {
      urgentAt = now;
      say(urgent.shift());
      return later(GAP);
    }
    // It would take the place of what the reader must know, or be heard in the middle of a field.
    if (Object.values(mine).some(own => own.urgent) || document.activeElement.matches(FIELDS)) return later(TYPING);
    say(said = wanted);
  };

  // Words change where they stand. Nothing that can have the focus is replaced, and no note comes in between.
  const parts = node => [...node.childNodes].filter(child => child.nodeType === 1 || child.data?.trim());
  const kind = node => node.nodeName + (node.id ?? "");
  // Where other links or forms stand than before, words would come under a wrong heading.
  const outline = node => [...node.querySelectorAll("a,form")].filter(part => !part.closest("li[id]"))
    .map(part => new URL(part.href ?? part.action).pathname).join(" ");
  const isFree = node => node.nodeType !== 1 || !node.matches(KEPT) && !node.querySelector(KEPT);
  let fresh, isMore;
  const patch = (here, there) => {
    if (here.nodeType !== 1) {
      if (here.data !== there.data) here.data = there.data;
      return;
    }
    if (here instanceof SVGElement) for (const { name, value } of there.attributes) here.setAttribute(name, value);
    const old = parts(here), now = parts(there);
    if ([...old, ...now].some(child => child.matches?.("li[id]"))) {
      const found = new Map(now.map(child => [child.id, child]));
      for (const child of old) {
        if (found.has(child.id)) patch(child, found.get(child.id));
        else if (child === document.activeElement || !child.contains(document.activeElement)) child.textContent = words.gone;
        found.delete(child.id);
      }
      fresh.push(...found.keys());
      return;
    }
    let n = 0;
    const needed = m => old[n] && now.slice(m).some(child => kind(child) === kind(old[n]));
    now.forEach((child, m) => {
      for (; old[n] && !needed(m); n++) discard(old[n]);
      if (old[n] && kind(old[n]) === kind(child)) patch(old[n++], child);
      else if (isFree(child)) here.insertBefore(document.importNode(child, true), old[n] ?? null);
      else leave(child);
    });
    old.slice(n).forEach(discard);
  };
  const discard = part => {
    if (isFree(part)) part.remove();
    else isMore = true;
  };
  const leave = part => {
    const notes = [...part.querySelectorAll("li[id]")].filter(note => !document.getElementById(note.id));
    fresh.push(...notes.map(note => note.id));
    isMore ||= !notes.length;
  };

  const draw = () => {
    isBehind = true;
    drawing ||= setTimeout(drawNow, Math.max(0, drawAt + SCREEN - performance.now()));
  };
  const drawNow = async () => {
    const here = region(), own = Object.values(mine);
    isBehind = false;
    try {
      const page = here && await fetch(location.pathname + location.search);
      if (source) apply(here, page && new DOMParser().parseFromString(await page.text(), "text/html"), own);
    } catch { /* the next change tries again */ }
    drawAt = performance.now();
    drawing = 0;
    if (isBehind) draw();
  };
  const apply = (here, page, own) => {
    for (const { own: place, text } of own) show(place, text);
    const there = page?.querySelector("[data-live]");
    if (there) {
      [fresh, isMore] = [[], outline(here) !== outline(there)];
      if (!isMore) patch(here, there);
      document.title = page.title;
      link.hidden = !fresh.length && !isMore;
      link.textContent = fresh.length ? words.fresh.replace("{n}", fresh.length) : words.more;
      const url = new URL(location);
      url.searchParams.set("new", url.hash = fresh[0] ?? "");
      link.href = url;
      wanted = there.dataset.live + (isMore ? ` ${words.news}` : "");
    } else if (!here && own.length && !own.some(one => one.urgent)) wanted = own.map(one => one.text).join(" ");
    speak();
  };
  const show = (own, text) => {
    for (const place of document.querySelectorAll(`[data-own="${own}"]`)) place.textContent = text;
  };

  const alive = () => {
    clearTimeout(silent);
    silent = setTimeout(stop, SILENCE, words.stopped);
  };
  const start = () => {
    source = new EventSource(words.events);
    source.onopen = () => { clearTimeout(lost); lost = 0; draw(); };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) stop(words.stopped);
      else lost ||= setTimeout(stop, COMEBACK, words.stopped);
    };
    source.addEventListener("beat", alive);
    source.addEventListener("change", () => { alive(); draw(); });
    source.addEventListener("own", event => {
      alive();
      const told = JSON.parse(event.data), name = `own-${told.activity}`, before = kept(name, "", "sessionStorage");
      if (told.text) mine[told.activity] = told;
      else delete mine[told.activity];
      kept(name, told.text ?? "-", "sessionStorage");
      if (told.urgent) show(told.own, told.text);
      if (told.urgent && before !== told.text) {
        urgent.push(told.text);
        speak();
      } else draw();
    });
    alive();
    button.textContent = words.pause;
  };
  const stop = text => {
    source?.close();
    source = lost = clearTimeout(lost);
    clearTimeout(silent);
    button.textContent = words.start;
    if (text) say(text);
  };

  button.hidden = false;
  button.onclick = () => {
    kept("live", source ? "off" : "on");
    if (source) stop(words.paused);
    else { start(); say(words.started); }
  };
  document.addEventListener("keydown", event => { if (event.target.matches?.(FIELDS)) typedAt = performance.now(); }, true);
  // A page that nobody looks at holds no line: browsers have only six for each site.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { if (source) stop(); } else if (!source && kept("live") === "on") start();
  });
  addEventListener("pagehide", () => source && stop());
  if (kept("live") === "on" && !document.hidden) start();
})();
