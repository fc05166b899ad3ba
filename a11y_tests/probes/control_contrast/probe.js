// Fields whose border and ground all have less than 3 to 1 contrast to the outside, and icons that are as faint.
cc => {
  const found = [];
  const SIDES = ["Top", "Right", "Bottom", "Left"];
  const firstShadow = style => style.boxShadow === "none" ? null : cc.color(style.boxShadow.match(/rgba?\([^)]*\)/)?.[0] ?? "");
  for (const field of cc.fields()) {
    const isBox = cc.isTextField(field) || field.matches("select,[role=combobox]");
    if (!isBox || !cc.seen(field) || cc.isDisabled(field) || field.readOnly) continue;
    const style = cc.style(field);
    if (style.appearance !== "none" && /^(inset|outset)$/.test(style.borderTopStyle)) continue;   // as the browser draws it
    const outer = cc.backdrop(cc.parent(field));
    if (!outer.rgb || style.backgroundImage !== "none" && /gradient/.test(style.backgroundImage)) continue;
    const own = cc.color(style.backgroundColor);
    if (!own || cc.backdrop(field).rgb === null && style.backgroundImage === "none") continue;
    const inside = own[3] > 0 ? cc.mix(own, outer.rgb) : outer.rgb;
    const edges = SIDES.filter(side => parseFloat(style[`border${side}Width`]) > 0 && !/none|hidden/.test(style[`border${side}Style`]))
      .map(side => cc.color(style[`border${side}Color`])).filter(Boolean).filter(color => color[3] > 0).map(color => cc.mix(color, outer.rgb));
    const shadow = firstShadow(style);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 ? cc.color(style.outlineColor) : null;
    for (const more of [shadow, outline]) if (more && more[3] > 0) edges.push(cc.mix(more, outer.rgb));
    const ground = cc.contrast(inside, outer.rgb);
    if (ground >= 3) continue;
    // A box around the field, drawn by an ancestor, shows where it is too.
    const box = cc.ancestors(field).slice(0, 3).find(up => {
      const frame = cc.style(up);
      return cc.rect(up).height < cc.rect(field).height + 40 && (SIDES.some(side => parseFloat(frame[`border${side}Width`]) > 0 && frame[`border${side}Style`] !== "none") || frame.boxShadow !== "none" ||
        ["::before", "::after"].some(pseudo => /px/.test(cc.style(up, pseudo).borderBottomWidth) && cc.style(up, pseudo).content !== "none")) ;
    });
    const name = cc.quoted(cc.name(field) || field.name || "without a name", 40);
    if (!edges.length) {
      if (!box && ground > 1.01) found.push(cc.found(field, `Is it clear where the field ${name} is? Its ground has ${ground.toFixed(1)} to 1 contrast with the page and it has no border.`, { level: "review" }));
      continue;
    }
    const best = Math.max(...edges.map(edge => Math.max(cc.contrast(edge, outer.rgb), cc.contrast(edge, inside))));
    if (best >= 2.99 || box) continue;
    // Words in the field, or the button of a search, may be enough to find it.
    const hasOtherCue = cc.hasLetters(field.placeholder ?? "") || field.type === "search";
    const message = `the border of the field ${name} has a contrast of ${best.toFixed(1)} to 1 with the page`;
    found.push(hasOtherCue ? cc.found(field, `${message}; can the field be found by what is in it?`, { level: "review" }) : cc.found(field, `${message}; 3 to 1 is needed to see the field`));
  }

  // Tick boxes and radio buttons that are drawn beside a hidden one, as a frame with nothing in it.
  for (const input of cc.all("input[type=checkbox],input[type=radio]")) {
    if (cc.isDisabled(input) || input.checked || !cc.isExposed(input) || cc.seen(input) && cc.rect(input).width > 1 && cc.style(input).appearance !== "none" && +cc.style(input).opacity > 0.01) continue;
    const drawn = [...input.labels ?? []].flatMap(label => [label, ...label.querySelectorAll("span,i,div")]).concat(input.nextElementSibling ?? [], cc.style(input).appearance === "none" ? [input] : []);
    const frames = [...new Set(drawn)].flatMap(element => ["", "::before", "::after"].map(pseudo => ({ element, pseudo, style: cc.style(element, pseudo) })))
      .filter(({ element, pseudo, style }) => (pseudo ? style.content !== "none" && style.content !== "normal" : !cc.hasLetters(element.textContent)) && style.display !== "none" && +style.opacity > 0 &&
        parseFloat(style.width) >= 10 && parseFloat(style.width) <= 48 && Math.abs(parseFloat(style.width) - parseFloat(style.height)) <= 4);
    if (frames.length !== 1) continue;
    const { element, style, pseudo } = frames[0], outer = cc.backdrop(pseudo ? element : cc.parent(element));
    if (!outer.rgb || style.backgroundImage !== "none" || style.boxShadow !== "none" || style.outlineStyle !== "none") continue;
    const own = cc.color(style.backgroundColor), border = cc.color(style.borderTopColor);
    if (!own || !border) continue;
    const inside = cc.mix(own, outer.rgb), edge = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none" ? cc.mix(border, outer.rgb) : outer.rgb;
    const best = Math.max(cc.contrast(inside, outer.rgb), cc.contrast(edge, outer.rgb), cc.contrast(edge, inside));
    if (best < 2.95) found.push(cc.found(input, `the box of ${cc.quoted(cc.name(input) || "this choice", 40)} is drawn with a contrast of ${best.toFixed(1)} to 1; 3 to 1 is needed to see it`));
  }

  const paintOf = (shape, ground) => ["fill", "stroke"].map(key => {
    const style = cc.style(shape), color = cc.color(style[key]);
    const alpha = color && color[3] * +style[`${key}Opacity`] * +style.opacity;
    return color && alpha > 0 ? cc.mix([...color.slice(0, 3), alpha], ground) : null;
  }).filter(Boolean);
  for (const control of cc.all("button,a[href],[role=button],[role=link],[role=tab],[role=switch],summary")) {
    if (!cc.seen(control) || cc.isDisabled(control) || !control.querySelector("svg") || control.querySelector("img,canvas")) continue;
    if (/[\p{L}\p{N}]/u.test(cc.visibleText(control))) continue;
    const shapes = [...control.querySelectorAll("svg path,svg circle,svg rect,svg polygon,svg polyline,svg line,svg ellipse")].filter(shape => shape.checkVisibility() && !shape.closest("defs,clipPath,mask,symbol,linearGradient,pattern"));
    if (!shapes.length || control.querySelector("svg use,svg image,svg [filter],svg [mask],svg text")) continue;
    const ground = cc.backdrop(shapes[0].ownerSVGElement);
    if (!ground.rgb || shapes.some(shape => /url\(|gradient/.test(cc.style(shape).fill + cc.style(shape).stroke))) continue;
    const paints = shapes.flatMap(shape => paintOf(shape, ground.rgb));
    const best = Math.max(0, ...paints.map(paint => cc.contrast(paint, ground.rgb)));
    if (paints.length && best < 2.95) {
      found.push(cc.found(control, `the icon of ${cc.quoted(cc.name(control) || "this control", 40)} has a contrast of ${best.toFixed(1)} to 1 with its ground; 3 to 1 is needed`));
    }
  }
  return found;
}
