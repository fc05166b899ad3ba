// aria-labelledby to nothing, an open combobox whose list is missing, and ids that stand twice where something refers to them.
cc => {
  const found = [];
  const idsOf = (element, attribute) => (element.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean);
  const byId = new Map();
  for (const element of cc.elements) if (element.id) byId.set(element.id, [...byId.get(element.id) ?? [], element]);
  const sameRoot = (element, other) => element.getRootNode() === other.getRootNode();
  const targets = (element, id) => (byId.get(id) ?? []).filter(other => sameRoot(element, other));

  for (const element of cc.all("[aria-labelledby],[aria-describedby],[aria-controls],[aria-errormessage]")) {
    if (!cc.isExposed(element) && !cc.isRendered(element) || cc.closest(element, "[aria-hidden=true]")) continue;
    const missing = attribute => { const ids = idsOf(element, attribute); return ids.length && ids.every(id => !targets(element, id).length) ? ids : null; };
    const role = element.getAttribute("role") ?? "";
    let ids = missing("aria-labelledby");
    if (ids) {
      const nothing = !cc.squeeze(cc.name(element));
      found.push(nothing && cc.isExposed(element) ? cc.found(element, `aria-labelledby refers to “${ids.join(" ")}”, which is not on the page: the name is lost`)
        : cc.found(element, `aria-labelledby refers to “${ids.join(" ")}”, which is not on the page; is the name ${cc.quoted(cc.name(element))} the right one?`, { level: "review" }));
    }
    ids = missing("aria-controls");
    if (ids && (role === "scrollbar" || role === "combobox" && element.getAttribute("aria-expanded") === "true")) {
      found.push(cc.found(element, `aria-controls refers to “${ids.join(" ")}”, which is not on the page, though the ${role === "combobox" ? "list is open" : "scrollbar needs it"}`, { wcag: ["4.1.2"], act: ["in6db8", "6a7281"] }));
    }
    ids = missing("aria-describedby");
    if (ids) found.push(cc.found(element, `aria-describedby refers to “${ids.join(" ")}”, which is not on the page; is a hint missing?`, { level: "review", wcag: ["1.3.1"] }));
    ids = missing("aria-errormessage");
    if (ids && element.getAttribute("aria-invalid") === "true") {
      found.push(cc.found(element, `aria-errormessage refers to “${ids.join(" ")}”, which is not on the page; is the error told?`, { level: "review", wcag: ["3.3.1"] }));
    }
  }

  // A long description that is none (F67): no such place on the page, an empty one, or the picture itself.
  for (const image of cc.all("img[longdesc]")) {
    if (!cc.seen(image) || cc.closest(image, "[aria-hidden=true]")) continue;
    const written = image.getAttribute("longdesc").trim();
    let url = null;
    try { url = new URL(written, document.baseURI); } catch { /* no address */ }
    const isHere = url && cc.sameAddress(url.href, location.href);
    const id = isHere ? decodeURIComponent(url.hash.slice(1)) : "";
    const texts = id ? targets(image, id).concat(cc.all("a[name]").filter(each => each.name === id)) : [];
    const isPicture = url && /\.(jpe?g|png|gif|svg|webp|avif|bmp)$/i.test(url.pathname);
    if (isPicture || id && !texts.length || isHere && !id || id && texts.every(each => each.matches("img") || !each.closest("a") && !cc.hasLetters(each.textContent) && each.localName !== "a")) {
      found.push(cc.found(image, `longdesc of the image ${cc.quoted(cc.name(image), 40)} leads to “${written}”, where no description is`, { wcag: ["1.1.1"], act: [] }));
    }
  }

  for (const element of cc.all("[role=scrollbar]:not([aria-controls])")) {
    if (cc.isExposed(element) && !cc.isHiddenFromReaders(element)) {
      found.push(cc.found(element, "the scrollbar does not say what it scrolls: aria-controls is missing", { wcag: ["4.1.2"], act: ["4e8ab6"] }));
    }
  }

  // An id used twice: the second element can not be referred to.
  for (const [id, all] of byId) {
    for (const root of new Set(all.map(element => element.getRootNode()))) {
      const twins = all.filter(element => element.getRootNode() === root);
      if (twins.length < 2) continue;
      const labels = cc.all("label[for]").filter(label => label.htmlFor === id && label.getRootNode() === root && cc.seen(label));
      const fields = twins.filter(element => element.matches("input:not([type=hidden]),select,textarea") && cc.isThere(element));
      if (fields.length >= 2 && labels.length >= 1) {
        for (const field of fields.slice(1)) {
          if (field.labels?.length) continue;
          found.push(cc.found(field, `the id “${id}” stands at ${fields.length} fields: the label meant for this one belongs to the first`, { wcag: ["1.3.1", "4.1.2"], act: [] }));
        }
        continue;
      }
      const texts = twins.map(element => cc.plain(element.textContent));
      if (new Set(texts).size < 2) continue;
      for (const element of cc.elements) {
        if (element.getRootNode() !== root) continue;
        for (const attribute of ["aria-labelledby", "aria-describedby", "headers"]) {
          if (!idsOf(element, attribute).includes(id) || !cc.isExposed(element)) continue;
          // The twin that stands nearest is the one that was meant.
          const distance = twin => cc.ancestors(element).findIndex(up => cc.contains(up, twin));
          const nearest = twins.toSorted((a, b) => distance(a) - distance(b))[0];
          if (nearest !== twins[0] && distance(nearest) < distance(twins[0]) && texts[twins.indexOf(nearest)] !== texts[0]) {
            found.push(cc.found(element, `${attribute} refers to the id “${id}”, which stands twice: the browser takes the first, ${cc.quoted(twins[0].textContent, 40)}, not the one beside it`, { wcag: ["1.3.1", "4.1.2"], act: [] }));
          }
        }
      }
    }
  }
  return found;
}
