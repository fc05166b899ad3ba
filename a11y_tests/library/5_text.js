// The words of a page as they are seen: blocks of text, their lines and looks, and what several probes know about words.
"use strict";
(() => {
  // Measured once until cc.refresh() makes a new list of elements.
  cc.once = make => {
    const known = new WeakMap();
    return () => {
      if (!known.has(cc.elements)) known.set(cc.elements, make());
      return known.get(cc.elements);
    };
  };
  cc.onceFor = make => {
    const all = cc.once(() => new Map());
    return element => {
      const known = all();
      if (!known.has(element)) known.set(element, make(element));
      return known.get(element);
    };
  };

  // Does the element, or one around it, match? Remembered, so that asking for every text of a long page is cheap.
  const insides = cc.once(() => new Map());
  cc.inside = (element, selector) => {
    const bySelector = insides();
    let known = bySelector.get(selector);
    if (!known) bySelector.set(selector, known = new Map());
    const ask = up => {
      if (!up) return false;
      let answer = known.get(up);
      if (answer === undefined) known.set(up, answer = up.matches(selector) || ask(cc.parent(up)));
      return answer;
    };
    return ask(element);
  };

  const CLIPPED = /^inset\((4[5-9]|[5-9]\d|100)(\.\d+)?%\)$/;
  const isCutAway = cc.onceFor(element => {
    const style = cc.style(element);
    const clip = style.clip.startsWith("rect") && style.clip.match(/-?[\d.]+/g)?.map(Number);
    if (clip && /absolute|fixed/.test(style.position) && (clip[1] - clip[3] <= 1 || clip[2] - clip[0] <= 1)) return true;
    if (CLIPPED.test(style.clipPath)) return true;
    if (style.overflowX !== "visible" && style.display !== "inline") {
      const box = cc.rect(element);
      if (box.width <= 1 || box.height <= 1) return true;
    }
    const parent = cc.parent(element);
    return parent ? isCutAway(parent) : false;
  });
  // Quick form of cc.isSeen: rendered, not transparent, not clipped to nothing, not moved off the page.
  cc.seen = cc.onceFor(element => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    if (isCutAway(element)) return false;
    const box = cc.rect(element);
    if (box.width <= 1 && box.height <= 1) return [...element.children].some(child => cc.seen(child));
    return box.right + scrollX > 0 && box.bottom + scrollY > 0;
  });

  cc.words = text => (text ?? "").normalize("NFC").match(/[\p{L}\p{M}\p{N}]+(?:['’\-.@][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  // For comparing: small letters, no accents, no signs around or between words.
  cc.plain = text => ((text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
  cc.hasLetters = text => /\p{L}/u.test(text);
  cc.primary = tag => (tag ?? "").trim().toLowerCase().split(/[-_]/)[0];
  cc.language = element => cc.primary(cc.lang(element));
  cc.quoted = (text, length = 60) => {
    const short = cc.squeeze(text);
    return `“${short.length > length ? short.slice(0, length - 1).trimEnd() + "…" : short}”`;
  };

  const INLINE = /^(inline|contents|ruby)/;
  cc.isBlock = cc.onceFor(element => !INLINE.test(cc.style(element).display) || cc.style(element).float !== "none");
  cc.blockOf = element => {
    for (let up = element; up; up = cc.parent(up)) if (cc.isBlock(up)) return up;
    return document.documentElement;
  };
  const SILENT = "script,style,noscript,template,textarea,option,title,select,canvas,audio,video,object,iframe,math,svg *";
  const isSilent = cc.onceFor(element => element.matches(SILENT) || !!(cc.parent(element) && isSilent(cc.parent(element))));

  const textNodes = () => {
    const found = [];
    const roots = [document, ...cc.elements.filter(element => element.shadowRoot).map(element => element.shadowRoot)];
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.nodeType === 3 ? node.data.trim() : node.localName === "br") found.push(node);
        // White space between two inline elements parts words.
        else if (node.nodeType === 3 && found.length) found.push(node);
      }
    }
    return found;
  };
  // Every block that holds text of its own: {element, text, lines, parts: [{element, text, line}]}; only what is seen.
  cc.blocks = cc.once(() => {
    const blocks = new Map();
    for (const node of textNodes()) {
      const parent = node.parentElement ?? node.parentNode?.host;
      if (!parent || isSilent(parent) || !cc.seen(parent)) continue;
      const block = cc.blockOf(parent);
      if (!blocks.has(block)) blocks.set(block, { element: block, raw: "", parts: [], line: 0 });
      const entry = blocks.get(block);
      const isBreak = node.nodeType === 1;
      const keeps = !isBreak && /^(pre|break-spaces)/.test(cc.style(parent).whiteSpace);
      entry.raw += isBreak ? "\n" : keeps ? node.data : node.data.replace(/[ \t\n\r\f]+/g, " ");
      if (!isBreak && node.data.trim()) entry.parts.push({ element: parent, text: cc.squeeze(node.data), line: entry.line });
      if (isBreak) entry.line++;
    }
    return [...blocks.values()].filter(block => block.raw.trim()).map(block => ({
      ...block, text: cc.squeeze(block.raw), lines: block.raw.split("\n").map(cc.squeeze).filter(Boolean),
    }));
  });
  const blockMap = cc.once(() => new Map(cc.blocks().map(block => [block.element, block])));
  cc.block = element => blockMap().get(element);

  // The words seen in an element, without those that `skip` says to leave out.
  cc.visibleText = (element, skip = () => false) => {
    const words = [];
    const visit = node => {
      if (node.nodeType === 3) words.push(node.data);
      if (node.nodeType !== 1 || isSilent(node) && node !== element || skip(node)) return;
      if (!cc.seen(node) && cc.style(node).display !== "contents") return;
      if (cc.isBlock(node) || node.localName === "br") words.push(" ");
      for (const child of (node.shadowRoot ?? node).childNodes) visit(child);
      if (cc.isBlock(node)) words.push(" ");
    };
    visit(element);
    return cc.squeeze(words.join(""));
  };

  // Elements with a ::before or ::after that some rule gives content: [{element, pseudo}]. Found by the rules, since asking
  // every element for its style is slow; where a stylesheet cannot be read, every element is asked.
  const contentRules = cc.once(() => {
    const selectors = [];
    const read = rules => {
      for (const rule of rules) {
        if (rule.styleSheet) read(rule.styleSheet.cssRules);
        if (rule.selectorText?.includes("&")) throw new Error("nested");
        if (/:(before|after)/.test(rule.selectorText ?? "") && rule.style?.content) selectors.push(rule.selectorText);
        if (rule.cssRules?.length) read(rule.cssRules);
      }
    };
    try { for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) read(sheet.cssRules); } catch { return null; }
    return selectors;
  });
  cc.pseudoElements = cc.once(() => {
    const rules = contentRules(), both = ["::before", "::after"], found = [];
    const ask = (element, pseudo) => { if (!/^(none|normal)$/.test(cc.style(element, pseudo).content)) found.push({ element, pseudo }); };
    if (!rules) {
      for (const element of cc.elements) for (const pseudo of both) ask(element, pseudo);
      return found;
    }
    const wanted = new Map(both.map(pseudo => [pseudo, new Set()]));
    for (const rule of rules) for (const pseudo of both) {
      if (!rule.includes(pseudo.slice(1))) continue;
      const plain = rule.replace(/::?(before|after)/g, "");
      // "main, , p > " is left where the pseudo-element stood alone.
      const selector = plain.split(/,(?![^(]*\))/).map(part => part.trim().replace(/[>+~]$/, "$& *") || "*").join(",");
      try { document.querySelectorAll(selector).forEach(element => wanted.get(pseudo).add(element)); } catch { cc.elements.forEach(element => wanted.get(pseudo).add(element)); }
    }
    for (const element of cc.elements) {
      const isShadow = element.getRootNode() !== document;
      for (const pseudo of both) if (isShadow || wanted.get(pseudo).has(element)) ask(element, pseudo);
    }
    return found;
  });

  // How text looks: what must differ for it to look like a heading or a link.
  cc.looks = element => {
    const style = cc.style(element);
    return { size: parseFloat(style.fontSize), weight: +style.fontWeight || 400, color: style.color, family: style.fontFamily,
      isItalic: style.fontStyle !== "normal", isCaps: style.textTransform === "uppercase" };
  };
  // The size of most of the page's text, by letters.
  cc.bodyLooks = cc.once(() => {
    const sizes = new Map();
    for (const block of cc.blocks()) for (const part of block.parts) {
      const size = parseFloat(cc.style(part.element).fontSize);
      sizes.set(size, (sizes.get(size) ?? 0) + part.text.length);
    }
    return { size: [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 16 };
  });

  // In a region where text is shown as code or data, not as prose.
  cc.isCode = element => cc.inside(element, "code,pre,kbd,samp,var,tt,math,[translate=no],.notranslate,.highlight");
  cc.isHeading = element => cc.role(element) === "heading" || /^h[1-6]$/.test(element.localName);
  // The nearest group that assistive technology names: fieldset, role=group or radiogroup with a name.
  cc.group = element => cc.ancestors(element).find(up =>
    (up.localName === "fieldset" || /^(radio)?group$/.test(up.getAttribute("role") ?? "")) && cc.name(up).trim());
  cc.TEXT_FIELDS = "input:not([type]),input[type=text],input[type=email],input[type=tel],input[type=url],input[type=search]," +
    "input[type=password],input[type=number],input[type=date],input[type=month],input[type=week],input[type=time]," +
    "input[type=datetime-local],textarea,[role=textbox],[role=searchbox]";
  cc.FIELDS = `${cc.TEXT_FIELDS},select,input[type=radio],input[type=checkbox],input[type=file],input[type=range],input[type=color],` +
    "[role=combobox],[role=listbox],[role=spinbutton],[role=slider],[role=checkbox],[role=radio],[role=switch]";
  cc.sameAddress = (one, other) => one.split("#")[0] === other.split("#")[0];
})();
