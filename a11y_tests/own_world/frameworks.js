// Runs among the page's own scripts: the handlers that jQuery and React keep behind one listener of their own.
// Returns rows as handlers.py has them; `index` counts document.querySelectorAll("*").
longest => {
  const rows = [];
  const data = window.jQuery?._data;
  const isReacts = target => Object.keys(target).some(key => key.startsWith("__react") || key.startsWith("_react"));
  const isReact = [document, ...document.body?.children ?? []].some(isReacts);
  if (!data && !isReact) return rows;

  const all = document.querySelectorAll("*");
  const add = (where, type, selector, handler) =>
    rows.push({ ...where, type, selector: selector ?? "", source: String(handler).slice(0, longest) });
  // React calls by "change" what the browser calls "input" for fields that one types in.
  const typeOf = (name, target) => {
    const type = name.slice(2).replace(/Capture$/, "").toLowerCase().replace("doubleclick", "dblclick");
    return type === "change" && target.matches("input:not([type=checkbox], [type=radio]), textarea") ? "input" : type;
  };
  [document, window, ...all].forEach((target, number) => {
    const where = number === 0 ? { node: -1 } : number === 1 ? { node: -2 } : { index: number - 2 };
    for (const list of Object.values(data?.(target, "events") ?? {})) {
      for (const { origType, selector, handler } of list) add(where, origType, selector, handler);
    }
    if (!isReact || target === window) return;
    for (const key of Object.keys(target).filter(key => key.startsWith("__reactProps"))) {
      for (const [name, value] of Object.entries(target[key] ?? {})) {
        if (/^on[A-Z]/.test(name) && typeof value === "function") add(where, typeOf(name, target), "", value);
      }
    }
  });
  return rows;
}
