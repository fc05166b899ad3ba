// What probes ask about a page: elements in document order (through shadow roots), names and roles as the browser
// computes them, and descriptions of elements that outlive the call. Runs in an isolated world: the page cannot see it.
"use strict";
globalThis.cc = (() => {
  const cc = {};
  let refs = [];
  let refOf = new Map();
  let rows = new Map();   // element → {name, role, …} from the browser's accessibility tree
  let nodes = new Map();  // the browser's number → element
  let styles = new Map();

  const isElement = node => node?.nodeType === 1;

  // The order of DOM.getDocument: an element, then its shadow tree, then its children.
  cc.walk = () => {
    const found = [];
    const visit = node => {
      for (const child of node.children) {
        found.push(child);
        if (child.shadowRoot) visit(child.shadowRoot);
        visit(child);
      }
    };
    visit(document);
    return found;
  };

  // Forgets what was measured; called after the page has changed.
  cc.refresh = () => { styles = new Map(); cc.elements = cc.walk(); return cc.elements.length; };

  cc.forgetStyles = () => { styles = new Map(); };

  // A number by which a later call finds the element again, as long as the page is not loaded anew.
  cc.ref = element => {
    if (!refOf.has(element)) { refOf.set(element, refs.length); refs.push(element); }
    return refOf.get(element);
  };
  cc.byRef = number => refs[number];

  cc.takeTree = (tags, tree, numbers) => {
    cc.refresh();
    if (tags.length !== cc.elements.length) return false;
    if (!cc.elements.every((element, i) => element.localName === tags[i])) return false;
    rows = new Map(tree.map(row => [cc.elements[row.index], row]));
    nodes = new Map(numbers.map((number, i) => [number, cc.elements[i]]));
    return true;
  };
  // The element with this number of the browser's own (backendNodeId), as of the last cc.takeTree.
  cc.byNode = number => nodes.get(number);
  const row = element => rows.get(element) ?? {};
  cc.name = element => row(element).name ?? "";
  cc.role = element => row(element).role ?? "";
  cc.description = element => row(element).description ?? "";
  cc.nameFrom = element => row(element).nameFrom ?? "";
  // In the accessibility tree with a role of its own (not hidden, not presentational).
  cc.isExposed = element => rows.has(element);
  cc.isHiddenFromReaders = element => {
    for (let up = element; up; up = cc.parent(up)) if (up.getAttribute("aria-hidden") === "true" || up.inert) return true;
    return !cc.isRendered(element);
  };

  cc.parent = element => {
    if (element.assignedSlot) return element.assignedSlot;
    const parent = element.parentNode;
    return isElement(parent) ? parent : parent?.host ?? null;
  };
  cc.ancestors = element => {
    const found = [];
    for (let up = cc.parent(element); up; up = cc.parent(up)) found.push(up);
    return found;
  };
  cc.closest = (element, selector) => {
    for (let up = element; up; up = cc.parent(up)) if (up.matches(selector)) return up;
    return null;
  };
  cc.contains = (outer, inner) => {
    for (let up = inner; up; up = cc.parent(up)) if (up === outer) return true;
    return false;
  };
  cc.all = selector => cc.elements.filter(element => element.matches(selector));
  cc.byIds = (element, attribute) =>
    (element.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean)
      .map(id => element.getRootNode().getElementById?.(id)).filter(Boolean);

  cc.squeeze = text => (text ?? "").replace(/[\s\u00a0\u200b]+/g, " ").trim();
  // The words that a person sees in it (nothing that is hidden).
  cc.text = element => cc.squeeze(cc.isRendered(element) ? (element.innerText ?? element.textContent) : "");
  // Text directly in the element, not in its children.
  cc.ownText = element =>
    cc.squeeze([...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join(" "));
  cc.lang = element => {
    for (let up = element; up; up = cc.parent(up)) if (up.hasAttribute("lang")) return up.getAttribute("lang").trim();
    return "";
  };

  cc.style = (element, pseudo = "") => {
    let known = styles.get(element);
    if (!known) styles.set(element, known = {});
    return known[pseudo] ??= getComputedStyle(element, pseudo || null);
  };
  cc.rect = element => element.getBoundingClientRect();
  cc.isRendered = element =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) ||
    // An area of an image map and the like have no box.
    (element.localName === "area" && !!element.parentElement);

  const step = element => {
    const parent = element.parentElement;
    const same = parent ? [...parent.children].filter(other => other.localName === element.localName) : [element];
    return CSS.escape(element.localName) + (same.length > 1 ? `:nth-of-type(${same.indexOf(element) + 1})` : "");
  };
  const selectorInRoot = element => {
    const root = element.getRootNode();
    const parts = [];
    for (let up = element; isElement(up); up = up.parentElement) {
      if (up.id && root.querySelectorAll?.(`#${CSS.escape(up.id)}`).length === 1) {
        return [`#${CSS.escape(up.id)}`, ...parts].join(" > ");
      }
      parts.unshift(step(up));
    }
    return parts.join(" > ");
  };
  // A selector that finds exactly this element; ">>>" stands where a shadow tree begins.
  cc.selector = element => {
    const host = element.getRootNode().host;
    return (host ? `${cc.selector(host)} >>> ` : "") + selectorInRoot(element);
  };
  cc.find = selector => {
    let root = document, found = null;
    for (const part of selector.split(" >>> ")) {
      found = root?.querySelector(part);
      root = found?.shadowRoot;
    }
    return found ?? null;
  };
  cc.html = element => {
    const whole = element.outerHTML;
    return whole.length <= 300 ? whole : whole.slice(0, 299) + "…";
  };
  // What a probe hands back for an element; Python makes a findings.Element of it.
  cc.element = element => ({
    ref: cc.ref(element), selector: cc.selector(element), html: cc.html(element), id: element.id ?? "",
    name: cc.name(element),
    role: cc.role(element), tag: element.localName,
  });
  // What a probe.js returns a list of: the element, the message, and where it differs from probe.yaml: level, wcag, act, repair.
  cc.found = (element, msg, more = {}) => ({ element: cc.element(element), msg, ...more });
  return cc;
})();
