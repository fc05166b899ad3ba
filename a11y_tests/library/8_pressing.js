// Which controls of a page are worth pressing to see what they do, and what kind of thing has opened.
"use strict";
(() => {
  const BUTTONS = "button, [role=button], input[type=button], input[type=submit], input[type=image], a[href^='#'], a[href^='javascript:'], a:not([href])";
  const OPENING = /dialog|modal|popup|lightbox|overlay|menu|open|show|details|more|enlarge|zoom|gallery|delete|remove|edit/i;
  const TYPES = ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "keydown", "keyup", "keypress"];
  const signature = element => [element.localName, element.getAttribute("class"), element.getAttribute("type"), cc.nearHandlers(element, ...TYPES)
    .map(handler => handler.source).join(), cc.squeeze(element.textContent).replace(/[\d\W]+/g, "").slice(0, 12)].join("|");
  const isNamedIn = (source, element) => [element.localName, element.id, ...element.classList, ...element.getAttributeNames()]
    .some(word => word.length > 1 && source.includes(word)) || /target|closest|matches/.test(source);
  const isHandled = element =>
    element.matches("[popovertarget], [commandfor]") || cc.nearHandlers(element, ...TYPES).length > 0 ||
    (element.form && element.matches("button:not([type=button]):not([type=reset]), [type=submit], [type=image]")
      && cc.handlersFor(element.form, "submit").some(handler => handler.target === element.form || isNamedIn(handler.source, element.form))) ||
    [document, window, document.body, document.documentElement].some(target => cc.handlers(target, "click").some(handler => isNamedIn(handler.source, element)));

  // The most telling ones first, at most two of a kind. Links to a place in the page only where scripts know of them.
  const MOST = 8;
  const find = () => {
    const kinds = new Map();
    return cc.elements
      .filter(element => element.matches(BUTTONS) && !cc.isDisabled(element) && cc.isSeen(element) && isHandled(element))
      .filter(element => {
        const kind = signature(element), count = (kinds.get(kind) ?? 0) + 1;
        kinds.set(kind, count);
        return count <= 2;
      })
      .map((element, index) => ({
        element, index,
        weight: (element.matches("[aria-haspopup=dialog], [data-toggle=modal], [data-bs-toggle=modal]") ? 4 : 0) +
          (OPENING.test([element.id, element.getAttribute("class"), cc.name(element), cc.nearHandlers(element).map(handler => handler.source).join()].join(" ")) ? 2 : 0) +
          (cc.nearHandlers(element, ...TYPES).length ? 1 : 0),
      }))
      .sort((one, other) => other.weight - one.weight || one.index - other.index).slice(0, MOST)
      .map(({ element }) => element);
  };
  cc.pressables = cc.once(find);

  // Something plausible in every field of the form, so that sending it succeeds.
  const VALUES = { email: "a.person@example.org", tel: "0123456789", url: "https://example.org/", number: "1", date: "2030-01-31",
    time: "12:00", month: "2030-01", week: "2030-W05", "datetime-local": "2030-01-31T12:00", password: "Correct-horse-7" };
  cc.fillForm = form => {
    const radios = new Set();
    for (const field of form.elements) {
      if (field.disabled || field.readOnly || !field.matches("input, select, textarea") || field.type === "hidden" || field.type === "file") continue;
      if (field.type === "checkbox") { if (field.required || form.elements.length < 4) field.checked = true; }
      else if (field.type === "radio") { if (!radios.has(field.name)) { field.checked = true; radios.add(field.name); } }
      else if (field.localName === "select") { if (field.options.length > 1 && !field.value) field.selectedIndex = 1; }
      else if (!field.value && !/button|submit|reset|image|range|color/.test(field.type)) {
        field.value = field.type === "number" && field.min ? field.min : VALUES[field.type] ?? "Something";
      }
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const layerOf = element => {
    for (let up = element; up && up !== document.body; up = cc.parent(up)) {
      const style = getComputedStyle(up);
      if (style.position === "fixed" || (style.position === "absolute" && Number(style.zIndex) > 0)) return up;
    }
    return null;
  };
  const isReachable = element => {
    const box = cc.rect(element), hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return !!hit && cc.contains(element, hit);
  };
  const POINTS = [[0.03, 0.04], [0.97, 0.04], [0.03, 0.96], [0.97, 0.96], [0.5, 0.5]];
  const isCalled = element => [element.getAttribute("aria-label"), element.title, ...cc.byIds(element, "aria-labelledby").map(part => part.textContent)]
    .some(words => cc.squeeze(words ?? ""));
  // A dialog among what has come into sight: one by its role, or a layer that lies over the middle of the page and, when
  // it is modal, over its corners too. `shown` are the wholes of cc.effects().
  cc.dialogAmong = (refs, opener) => {
    cc.refresh();
    const wholes = refs.map(cc.byRef).filter(element => element?.isConnected);
    const ROLE = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]";
    const named = wholes.flatMap(whole => [whole, ...whole.querySelectorAll(ROLE)].filter(element => element.matches(ROLE)))
      .concat(wholes.map(whole => cc.closest(whole, ROLE)).filter(Boolean)).filter(element => cc.isSeen(element));
    const hits = POINTS.map(([x, y]) => document.elementFromPoint(x * innerWidth, y * innerHeight)).filter(Boolean);
    const layers = wholes.map(layerOf).filter(Boolean);
    const isOver = hit => wholes.some(whole => cc.contains(whole, hit)) || layers.some(layer => cc.contains(layer, hit)) ||
      hit.matches("dialog[open]") || named.some(element => cc.contains(element, hit));
    const covered = hits.filter(isOver).length;
    const isModal = named.some(element => element.getAttribute("aria-modal") === "true" || element.matches("dialog:modal")) || (hits.length === 5 && covered === 5);
    const centre = hits.at(-1), isCovered = !opener || !isReachable(opener);
    const found = named[0] ?? (isModal && isCovered && centre ? layers.find(layer => cc.contains(layer, centre)) : null);
    if (!found || found.matches("[role=menu], [role=listbox], [role=tooltip]")) return null;
    // The box in a layer that covers everything is the dialog itself.
    return {
      ...cc.element(found), isModal, hasRole: named.length > 0, isNamed: isCalled(found),
      controls: cc.elements.filter(element => cc.contains(found, element) && cc.isTabbable(element) && cc.isSeen(element)).length,
    };
  };
  cc.firstIn = dialog => cc.elements.find(element => cc.contains(dialog, element) && cc.isTabbable(element));
  const CLOSE = /^(close|cancel|dismiss|ok|okay|got it|done|back|continue|no|no,.*|not now|x|×|✕|✖|schließen|abbrechen|fermer|annuler|cerrar|cancelar)\b|\bclose\b|^[×✕✖x]$/i;
  const saysClose = element =>
    CLOSE.test(cc.squeeze(cc.name(element) || element.getAttribute("aria-label") || element.title || element.textContent)) ||
    /close|dismiss/i.test(`${element.id} ${element.getAttribute("class")}`);
  cc.hasMouseCloser = dialog => {
    const closers = cc.elements.filter(element => element !== dialog && cc.contains(dialog, element) && cc.isSeen(element) && saysClose(element) &&
      cc.rect(element).width < 200 && cc.squeeze(element.textContent).length < 25);
    return closers.length > 0 && !closers.some(element => cc.isFocusable(element) || cc.ancestors(element).some(up => up !== dialog && cc.isFocusable(up)));
  };
  cc.closersIn = dialog => cc.elements.filter(element => cc.contains(dialog, element) && cc.isTabbable(element) && cc.isSeen(element) &&
    element.matches("button, a, input[type=button], input[type=submit], [role=button]") && saysClose(element)).map(cc.element);
})();
