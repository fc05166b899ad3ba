// Runs in every document before the page's own scripts: writes down timers, sounds and locks, and can let time pass
// quickly. It changes nothing that a page could notice short of looking for it.
(() => {
  const KEY = Symbol.for("curbcut witness");
  if (window[KEY]) return;
  const real = {
    setTimeout: window.setTimeout, setInterval: window.setInterval,
    clearTimeout: window.clearTimeout, clearInterval: window.clearInterval,
    Date: window.Date, now: performance.now.bind(performance),
  };
  const timers = new Map();    // number → {callback, values, delay, isInterval, dueAt}
  const sounds = [];           // media elements that a script has played
  const spoken = [];           // what a script has had read aloud
  const queries = [];          // what window.matchMedia was asked
  const locks = [];            // what screen.orientation.lock was called with
  let passed = 0;              // milliseconds that were skipped
  let isPassing = false;
  let stoodAt = null;          // since when real time stands still
  const now = () => (stoodAt ?? real.now()) + passed;
  const epoch = Date.now() - real.now();
  const date = () => Math.round(epoch + now());

  const call = ({ callback, values }) => {
    try { typeof callback === "function" ? callback.apply(window, values) : (0, eval)(String(callback)); }
    catch (error) { reportError(error); }
  };
  const start = (isInterval, callback, delay, values) => {
    const timer = { callback, values, isInterval, delay: Math.max(Number(delay) || 0, isInterval ? 4 : 0) };
    timer.dueAt = now() + timer.delay;
    const run = () => {
      if (stoodAt !== null) return;   // stays in the list until `pass` comes to it
      if (!isInterval) timers.delete(number);
      timer.dueAt = now() + timer.delay;
      call(timer);
    };
    const number = isInterval ? real.setInterval.call(window, run, delay) : real.setTimeout.call(window, run, delay);
    timers.set(number, timer);
    return number;
  };
  window.setTimeout = function setTimeout(callback, delay, ...values) { return start(false, callback, delay, values); };
  window.setInterval = function setInterval(callback, delay, ...values) { return start(true, callback, delay, values); };
  const stop = clear => function (number) { timers.delete(Number(number)); clear.call(window, number); };
  window.clearTimeout = stop(real.clearTimeout);
  window.clearInterval = stop(real.clearInterval);

  // When the page last asked to be called before the next picture; those that always ask move something.
  let askedAt = -Infinity;
  const realFrame = window.requestAnimationFrame;
  window.requestAnimationFrame = function requestAnimationFrame(callback) {
    askedAt = real.now();
    return realFrame.call(window, callback);
  };

  const note = (prototype, name, write) => {
    const original = prototype?.[name];
    if (!original) return;
    prototype[name] = function (...values) { write(this, values); return original.apply(this, values); };
  };
  note(window.HTMLMediaElement?.prototype, "play", element => sounds.includes(element) || sounds.push(element));
  const matchMedia = window.matchMedia;
  window.matchMedia = function (query) { queries.push(String(query)); return matchMedia.call(window, query); };
  note(window.SpeechSynthesis?.prototype, "speak", (_, [words]) => spoken.push(String(words?.text ?? "")));
  note(window.ScreenOrientation?.prototype, "lock", (_, [orientation]) => locks.push(String(orientation)));

  // From the first time that time is skipped, clocks agree with it.
  const shiftClocks = () => {
    if (isPassing) return;
    isPassing = true;
    window.Date = new Proxy(real.Date, {
      construct: (target, values, caller) =>
        Reflect.construct(target, values.length ? values : [date()], caller === window.Date ? target : caller),
      apply: () => new real.Date(date()).toString(),
      get: (target, name) => name === "now" ? date : Reflect.get(target, name),
    });
    performance.now = now;
  };

  // Lets `milliseconds` pass: calls what is due in its order, at most `limit` callbacks (a count, not a time: a busy
  // machine must give the same answer).
  const pass = async (milliseconds, limit, holds) => {
    shiftClocks();
    if (holds) stoodAt ??= real.now();
    else if (stoodAt !== null) { passed -= real.now() - stoodAt; stoodAt = null; }
    const endAt = now() + milliseconds, startedAt = real.now(), runs = new Map();
    let count = 0;
    for (;;) {
      let next = null, number = 0;
      for (const [id, timer] of timers) if (timer.dueAt <= endAt && (!next || timer.dueAt < next.dueAt)) [next, number] = [timer, id];
      if (!next || count >= limit || real.now() - startedAt > 5000) break;
      passed += Math.max(0, next.dueAt - now());
      if (next.isInterval) {
        // A timer that ticks hundreds of times is called less often towards the end.
        const times = (runs.get(number) ?? 0) + 1;
        runs.set(number, times);
        next.dueAt = now() + next.delay * (times > 400 ? 50 : 1);
      } else {
        timers.delete(number);
        real.clearTimeout.call(window, number);
      }
      call(next);
      count++;
      await null;
    }
    passed += Math.max(0, endAt - now());
    return count;
  };

  const players = () => [...new Set([...document.querySelectorAll("audio, video"), ...sounds])];
  // What has come to its end by itself cannot be told from what was stopped: so it plays on and on.
  const keepPlaying = () => Promise.allSettled(players().filter(element => !element.paused || element.ended).map(element => {
    element.loop = true;
    return element.paused && element.play();
  }));
  const media = () => players().map(element => ({
    index: [...document.querySelectorAll("*")].indexOf(element), source: element.currentSrc || element.src,
    isPlaying: !element.paused && !element.ended, hasPlayed: element.played.length > 0, isMuted: element.muted || element.volume === 0,
    seconds: Number.isFinite(element.duration) ? element.duration : element.duration === Infinity ? -1 : null, loops: element.loop,
    isStartedByScript: sounds.includes(element), hasFailed: !!element.error || element.networkState === 3,
    hasSound: !!element.webkitAudioDecodedByteCount || element.played.length === 0 || element.played.end(0) < 0.2,
  }));
  const waiting = () => [...timers.values()].map(({ callback, delay, isInterval, dueAt }) =>
    ({ delay, isInterval, dueIn: Math.max(0, dueAt - now()), source: String(callback).slice(0, 2000) }));
  const state = () => ({
    timers: waiting(), isDrawing: real.now() - askedAt < 250, hasPlayed: sounds.length + spoken.length > 0,
    asksOrientation: locks.length > 0 || queries.some(query => /orientation|aspect-ratio/.test(query)),
  });
  Object.defineProperty(window, KEY, { value: Object.freeze({ pass, waiting, media, keepPlaying, spoken, locks, state }) });
})();
