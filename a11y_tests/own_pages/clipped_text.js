// Finds text that a person cannot read whole: cut by a box, beyond the edge of the page, outside its frame, or under
// other text. Looks at where the letters are, not at scrollWidth, which `overflow: hidden` on the page would silence.
// `isSpaced`: with wide spacing the chosen line of a list may be cut, since the list shows it whole when it is opened.
isSpaced => {
  const found = [];
  const say = (element, what, text) => found.push(`${what}: “${text.replace(/\s+/g, " ").trim().slice(0, 60)}” in ${name(element)}`);
  const name = element => element.localName + (element.id ? `#${element.id}` : "") +
    [...element.classList].map(each => `.${each}`).join("");
  const style = element => getComputedStyle(element);
  const width = document.documentElement.clientWidth;

  // Text for screen readers alone is clipped to nothing on purpose.
  const isForReadersOnly = element => {
    for (let up = element; up; up = up.parentElement) {
      const { clipPath, clip } = style(up);
      if (clipPath.startsWith("inset(50%") || clip === "rect(0px, 0px, 0px, 0px)") return true;
      if (up.matches(".skip") && up !== document.activeElement) return true;
    }
    return false;
  };
  // Code and data tables may scroll inside a box of their own (WCAG 1.4.10).
  const mayScroll = box => box.matches("pre, textarea") || box.querySelector("table, pre");
  const letters = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true }) || isForReadersOnly(element)) continue;
    if (element.closest("option, script, style, svg, textarea") || element.matches("details:not([open])")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.height > 1) letters.push({ node, element, box });
    }
  }

  for (const { node, element, box } of letters) {
    let isInScroller = false, position = style(element).position, frame = null;
    for (let up = element; up && up !== document.documentElement; up = up.parentElement) {
      const look = style(up), outer = up.getBoundingClientRect();
      const isInline = look.display === "inline";
      if (!isInline && up !== document.body) {
        const scrollsX = /auto|scroll/.test(look.overflowX);
        const cutsX = /hidden|clip/.test(look.overflowX), cutsY = /hidden|clip/.test(look.overflowY);
        if (scrollsX && mayScroll(up)) isInScroller = true;
        else if (scrollsX && up.scrollWidth > up.clientWidth + 1) say(up, "only seen by scrolling sideways", node.data);
        if (!isInScroller && cutsX && (box.left < outer.left - 1.5 || box.right > outer.right + 1.5)) say(up, "cut", node.data);
        if (cutsY && (box.top < outer.top - 1.5 || box.bottom > outer.bottom + 1.5)) say(up, "cut", node.data);
        const hasFrame = look.borderBottomWidth !== "0px" && look.borderBottomStyle !== "none" ||
          look.backgroundColor !== "rgba(0, 0, 0, 0)";
        if (!frame && hasFrame && !isInScroller) frame = outer;
      }
    }
    if (isInScroller) continue;
    if (box.left < -1 || box.right > width + 1) say(element, "beyond the edge of the page", node.data);
    if (frame && (box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 4 || box.bottom > frame.bottom + 4)) {
      say(element, "outside its frame", node.data);
    }
  }

  // Two texts on top of each other; the boxes of lines may touch, since letters are higher than they look.
  letters.sort((one, other) => one.box.top - other.box.top);
  letters.forEach((one, index) => {
    for (let next = index + 1; next < letters.length && letters[next].box.top < one.box.bottom; next += 1) {
      const other = letters[next];
      if (other.node === one.node) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      if (across > 2 && down > 0.4 * Math.min(one.box.height, other.box.height)) {
        say(other.element, `under or over “${one.node.data.trim().slice(0, 30)}”`, other.node.data);
      }
    }
  });

  const pen = document.createElement("canvas").getContext("2d");
  for (const control of document.querySelectorAll("button, input:not([type=hidden]), select, textarea, img, svg, .button")) {
    if (!control.checkVisibility({ visibilityProperty: true }) || isForReadersOnly(control)) continue;
    const box = control.getBoundingClientRect();
    if (control.closest("[aria-hidden=true]") || [...document.querySelectorAll("pre, .table")].some(each => each.contains(control))) continue;
    if (box.left < -1 || box.right > width + 1) say(control, "control beyond the edge of the page", control.textContent || control.id);
    if (control.matches("button, .button") && control.scrollWidth > control.clientWidth + 1) say(control, "cut", control.textContent);
    if (control.matches("select") && !isSpaced) {
      const look = style(control);
      pen.font = look.font;
      pen.letterSpacing = look.letterSpacing === "normal" ? "0px" : look.letterSpacing;
      const shown = control.selectedOptions[0]?.textContent.trim() ?? "";
      const room = control.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight);
      if (pen.measureText(shown).width > room + 1) say(control, "cut", shown);
    }
  }
  if (document.scrollingElement.scrollWidth > width + 1) found.push("the page scrolls sideways");
  return [...new Set(found)];
}
