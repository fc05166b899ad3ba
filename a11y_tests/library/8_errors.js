// Forms that are sent empty or wrong to see what they say: their fields before and after, and which text belongs to which.
"use strict";
(() => {
  const SENDERS = "button:not([type=button], [type=reset]), input[type=submit], input[type=image]";
  const STAND_INS = "button, input[type=button], [role=button], a[href^='#'], a[href^='javascript:']";
  const SENDS = /\b(submit|send|save|continue|next|register|sign|log ?(in|on)|order|buy|pay|book|subscribe|check|apply|join|confirm|create|finish|done|go|add|senden|weiter|absenden|anmelden|envoyer|valider|enviar|continuar|invia)\b/i;
  const HEARD = ["click", "mousedown", "keydown", "submit"];
  const isForFilling = field => !cc.isDisabled(field) && !field.readOnly && field.matches("input, select, textarea") &&
    !field.matches("[type=file], [type=range], [type=color], [type=search]") && cc.role(field) !== "searchbox";
  const fieldsIn = box => cc.fields().filter(field => isForFilling(field) && (box.localName === "form" ? field.form === box : cc.contains(box, field)));
  const isWide = ({ target }) => target === document || target === window || target === document.body || target === document.documentElement;
  const near = (element, ...types) => cc.handlersFor(element, ...types).filter(handler => !isWide(handler) ||
    [element.localName, element.id, element.name, ...element.classList].some(word => word && word.length > 1 && handler.source.includes(word)));

  // [{box, submit}]: forms whose sending a script looks at, and groups of fields with a button that stand for a form.
  cc.formsToTry = cc.once(() => {
    const found = [];
    const add = (box, submit) => {
      if (submit && fieldsIn(box).length && !found.some(other => other.box === box) && !cc.closest(box, "[role=search], search")) found.push({ box, submit });
    };
    const isFree = element => cc.isSeen(element) && !cc.isDisabled(element) && cc.isTabbable(element);
    for (const form of cc.all("form")) {
      const inside = cc.elements.filter(element => (element.form === form || cc.contains(form, element)) && isFree(element));
      const submit = inside.find(element => element.matches(SENDERS));
      if (submit && (near(form, "submit").length || near(submit, ...HEARD).length)) add(form, submit);
      else if (!submit) add(form, inside.find(element => element.matches(STAND_INS) && SENDS.test(cc.name(element)) && near(element, "click").length));
    }
    for (const button of cc.all(STAND_INS).filter(element => !element.form && isFree(element) && SENDS.test(cc.name(element)) && near(element, "click").length)) {
      const box = cc.ancestors(button).slice(0, 5).find(up => up !== document.body && up.localName !== "html" && fieldsIn(up).some(field => !field.form));
      if (box && box.localName !== "form") add(box, button);
    }
    return found.slice(0, 3);
  });

  const WRONG = [
    [/e-?mail/i, "nobody.example.org"], [/phone|tel(\b|ephone)|mobile|fax/i, "abc"], [/date|birth|dd.?mm|mm.?dd/i, "99.99.9999"],
    [/post ?-?code|postal|zip\b/i, "?"], [/\b(age|number|quantity|amount|year|how many|count|price)\b/i, "abc"], [/\b(url|website|web address)\b/i, "x"],
    [/repeat|confirm|again/i, "Something-else-9"], [/password/i, "a"], [/card/i, "12"], [/user ?name/i, "a"],
  ];
  const RIGHT = { email: "a.person@example.org", tel: "0123456789", url: "https://example.org/", number: "1", date: "2030-01-31", time: "12:00",
    month: "2030-01", week: "2030-W05", "datetime-local": "2030-01-31T12:00", password: "Correct-horse-7" };
  const KINDS = [[/e-?mail/i, RIGHT.email], [/phone|telephone|mobile/i, RIGHT.tel], [/date|birth/i, "31/01/2000"], [/post ?-?code|zip\b/i, "12345"],
    [/\b(age|number|quantity|amount|count)\b/i, "30"], [/\byear\b/i, "2000"], [/password/i, RIGHT.password], [/url|website/i, RIGHT.url]];
  const called = field => [cc.name(field), field.name, field.id, field.placeholder, field.type, field.autocomplete].join(" ");
  const wrongFor = field => !cc.isTextField(field) || /^(date|time|month|week|datetime-local|number)$/.test(field.type) ? undefined
    : WRONG.find(([words]) => words.test(called(field)))?.[1];
  const rightFor = field => RIGHT[field.type] ?? KINDS.find(([words]) => words.test(called(field)))?.[1] ?? "Something";
  // "empty" leaves all as it is. Returns false where there is nothing to get wrong.
  cc.fillAs = (box, way) => {
    const fields = fieldsIn(box), radios = new Set();
    if (way === "wrong" && !fields.some(field => wrongFor(field) !== undefined)) return false;
    for (const field of way === "empty" ? [] : fields) {
      if (field.type === "checkbox") field.checked = true;
      else if (field.type === "radio") { if (!radios.has(field.name)) field.checked = true; radios.add(field.name); }
      else if (field.localName === "select") { if (!field.value || field.selectedIndex === 0) field.selectedIndex = Math.min(1, field.options.length - 1); }
      else field.value = (way === "wrong" && wrongFor(field)) || (field.type === "number" && field.min) || rightFor(field);
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    return true;
  };
  // The browser itself will say what is missing, in a bubble that we cannot see.
  cc.isLeftToBrowser = (box, submit) => box.localName === "form" && !box.noValidate && !submit.formNoValidate && submit.matches(SENDERS) &&
    submit.form === box && !box.checkValidity();

  // Colours only: what a sighted person sees change on the field, its label and around it.
  const coloursOf = field => {
    const parts = [field, ...field.labels ?? [], ...(cc.fieldBox(field) === field ? [] : [cc.fieldBox(field)])];
    return parts.map(part => {
      const style = getComputedStyle(part);
      return [style.borderTopColor, style.borderTopWidth, style.borderLeftColor, style.borderLeftWidth, style.borderBottomColor, style.backgroundColor,
        style.color, style.outlineStyle === "none" ? "" : style.outlineColor, style.boxShadow].join();
    }).join("|");
  };
  const tiedTo = field => [field, ...cc.ancestors(field).filter(up => up.matches("fieldset, [role=group], [role=radiogroup]"))]
    .flatMap(element => ["aria-describedby", "aria-errormessage", "aria-labelledby"].flatMap(name => cc.byIds(element, name)).concat(
      [...element.labels ?? []], element.localName === "fieldset" ? [...element.querySelectorAll("legend")] : []));
  const told = field => cc.squeeze(tiedTo(field).map(element => element.textContent).join(" ") + (field.placeholder ?? "") + field.title + (field.getAttribute("aria-label") ?? ""));
  const stateOf = field => ({ colours: coloursOf(field), told: told(field), isInvalid: field.getAttribute("aria-invalid") === "true", value: field.value });
  let noted = new Map();
  cc.noteFields = box => { cc.refresh(); noted = new Map(fieldsIn(box).map(field => [field, stateOf(field)])); return noted.size; };

  const gap = (one, other) => {
    const a = cc.rect(one), b = cc.rect(other);
    const across = Math.max(0, Math.max(a.left, b.left) - Math.min(a.right, b.right)), down = Math.max(0, Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom));
    return Math.max(across / 3, down);
  };
  const NEAR = 30;
  // After the try: what is different about each field, and how each new text stands to the fields.
  cc.fieldsNow = refs => {
    const focus = cc.active() === document.body ? null : cc.active();
    focus?.blur();   // else the colours of the focus would count
    cc.forgetStyles();
    const fields = [...noted.keys()].filter(field => field.isConnected && cc.isRendered(field));
    const labels = fields.map(field => cc.bareLabel(cc.labelText(field) || cc.name(field) || field.placeholder || ""));
    const rows = fields.map((field, i) => {
      const old = noted.get(field), now = stateOf(field);
      return { element: cc.element(field), label: labels[i], isColoured: old.colours !== now.colours, isInvalid: now.isInvalid && !old.isInvalid,
        isToldAnew: old.told !== now.told, isLost: !!old.value && !now.value && cc.isTextField(field), isSaidByBrowser: !field.validity.valid && field.validity.customError,
        isRequired: field.required || field.getAttribute("aria-required") === "true" || /[*∗]|required|mandatory|pflicht|obligat/i.test(cc.labelText(field) + cc.name(field)) };
    });
    const texts = refs.map(cc.byRef).map(element => {
      if (!element?.isConnected) return { near: [], tied: [], named: [], linked: [], isLive: false, hasFocus: false };
      const words = ` ${cc.plain(element.textContent)} `;
      const boxes = fields.filter(field => !cc.contains(element, field));
      const isBefore = field => element.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING;
      const inBox = boxes.filter(field => cc.contains(cc.fieldBox(field), element));
      const gaps = boxes.map(field => isBefore(field) ? Infinity : Math.min(gap(element, field), ...[...field.labels ?? []].map(label => gap(element, label) + 4)));
      const least = Math.min(...gaps);
      const close = inBox.length ? inBox : boxes.filter((_, i) => gaps[i] === least && least <= NEAR).slice(0, 1);
      const at = list => list.map(field => fields.indexOf(field));
      return {
        near: at(close), linked: at(fields.filter(field => field.id && element.querySelector(`a[href="#${CSS.escape(field.id)}"]`))),
        tied: at(fields.filter(field => tiedTo(field).some(part => cc.contains(part, element) || cc.contains(element, part)))),
        named: fields.map((_, i) => i).filter(i => labels[i].length > 2 && words.includes(` ${cc.plain(labels[i])} `)),
        isLive: !!cc.liveRegion(element), hasFocus: !!focus && (cc.contains(element, focus) || cc.contains(focus, element)),
      };
    });
    return { fields: rows, texts };
  };
})();
