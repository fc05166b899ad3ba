// What the page's scripts listen for, with the source of each handler, as handlers.py hands it over.
"use strict";
(() => {
  let byTarget = new Map();   // element, document or window → [{type, source, once, selector}]

  // Timers that have not gone off, as they were when the handlers were handed over: [{delay, isInterval, source}].
  cc.timers = [];
  // A script has played sound, or has had something read aloud.
  cc.hasPlayed = false;
  // A script has asked how the screen is held, or wanted to fix it.
  cc.asksOrientation = false;
  // A script draws picture after picture.
  cc.isDrawing = false;
  cc.takeHandlers = (rows, state) => {
    cc.timers = state.timers;
    cc.isDrawing = state.isDrawing;
    cc.hasPlayed = state.hasPlayed;
    cc.asksOrientation = state.asksOrientation;
    byTarget = new Map();
    const all = document.querySelectorAll("*");
    for (const { node, index, ...handler } of rows) {
      const target = node === -1 ? document : node === -2 ? window : index !== undefined ? all[index] : cc.byNode(node);
      if (!target) continue;
      if (!byTarget.has(target)) byTarget.set(target, []);
      byTarget.get(target).push(handler);
    }
  };
  const isOf = (handler, types) => !types.length || types.includes(handler.type);
  // Set on this element, document or window itself.
  cc.handlers = (target, ...types) => (byTarget.get(target) ?? []).filter(handler => isOf(handler, types));
  cc.handledTargets = () => [...byTarget.keys()];
  // A delegated handler (jQuery's) names the descendants that it is for.
  const isFor = (handler, element, target) => {
    if (!handler.selector) return true;
    try { return target.nodeType === 9 || cc.contains(target, element) ? !!element.closest(handler.selector) : false; }
    catch { return true; }
  };
  // Every handler that an event at this element reaches: its own, its ancestors', the document's and the window's.
  cc.handlersFor = (element, ...types) =>
    [element, ...cc.ancestors(element), document, window].flatMap(target =>
      cc.handlers(target, ...types).filter(handler => isFor(handler, element, target)).map(handler => ({ ...handler, target })));
  // As above without document and window, where almost every page counts clicks.
  cc.nearHandlers = (element, ...types) =>
    cc.handlersFor(element, ...types).filter(({ target }) => target !== document && target !== window &&
      target !== document.body && target !== document.documentElement);
})();
