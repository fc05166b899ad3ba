// A short line that is larger or bolder than the running text that follows it, and is no heading (F2).
cc => {
  const NEVER = "h1,h2,h3,h4,h5,h6,[role=heading],legend,caption,th,td,label,button,summary,dt,dd,figcaption,nav,footer,pre,code,kbd,samp,address," +
    "[role=banner],[role=navigation],[role=contentinfo],[role=status],[role=alert],[role=tab],[role=tooltip],[role=columnheader],[role=rowheader]," +
    "[role=menu],[role=listbox],option,[aria-hidden=true],time,[role=note],output,[role=img]";
  const DOUBT = "li,blockquote,figure,aside,a,dialog,[role=dialog],[role=listitem],[class*=admonition],[class*=card],[class*=alert],[class*=callout],[class*=notice],[class*=banner],[class*=quote],[class*=lead],[class*=author],[class*=meta]";
  const CALLOUT = /^(note|notes|notice|warning|caution|important|tip|hint|info|information|example|see also|attention|danger|error|success|new|beta|by\b.*|deprecated.*|changed in.*|added in.*|new in.*|hinweis|achtung|wichtig|warnung|beispiel|remarque|attention|important|nota|aviso|atencion)$/;
  const blocks = cc.blocks();
  const looksOf = block => {
    const letters = block.parts.map(part => [cc.looks(part.element), part.text.length]);
    const total = letters.reduce((sum, [, n]) => sum + n, 0);
    const mean = key => letters.reduce((sum, [look, n]) => sum + look[key] * n, 0) / total;
    return { size: mean("size"), weight: mean("weight"), minWeight: Math.min(...letters.map(([look]) => look.weight)),
      minSize: Math.min(...letters.map(([look]) => look.size)) };
  };
  const isHeaderOfPage = element => {
    const header = cc.closest(element, "header");
    return !!header && !cc.closest(header, "main,article,section,aside,[role=main]");
  };
  const found = [];
  const splitHead = block => {
    const first = block.parts.filter(part => part.line === block.parts[0].line), rest = block.parts.filter(part => part.line !== block.parts[0].line);
    if (!rest.length || block.parts.length > 40) return;
    const [head, body] = [first, rest].map(parts => ({ parts, text: cc.squeeze(parts.map(part => part.text).join(" ")) }));
    const words = cc.words(head.text).length, element = first[0].element;
    if (words < 1 || words > 10 || !cc.hasLetters(head.text) || /[.,;:،。、…]$/.test(head.text) || cc.words(body.text).length < 12 || CALLOUT.test(cc.plain(head.text))) return;
    if (cc.inside(block.element, NEVER) || isHeaderOfPage(block.element) || cc.isCode(element) || cc.inside(element, "a,button,code,time,cite") || first.some(part => part.element === block.element)) return;
    const [own, below] = [looksOf(head), looksOf(body)];
    const isLarger = own.minSize >= below.size * 1.2 && own.minWeight >= below.weight - 50;
    const isBolder = own.minWeight >= 600 && below.weight < 500 && own.minSize >= below.size * 0.95;
    if (!isLarger && !isBolder) return;
    const message = `${cc.quoted(head.text)} looks like a heading (a line of its own, ${isLarger ? "larger" : "bolder"} than the text below) but is not marked up as one`;
    found.push(isLarger && !cc.inside(block.element, DOUBT) ? cc.found(element, message) : cc.found(element, `${message}; is it the heading of what follows?`, { level: "review" }));
  };
  for (const block of blocks) if (block.lines.length >= 2) splitHead(block);
  blocks.forEach((block, i) => {
    const words = cc.words(block.text).length;
    if (words < 1 || words > 12 || block.text.length > 90 || !cc.hasLetters(block.text) || block.lines.length > 2) return;
    if (/[.,;:،。、…]$/.test(block.text) || /^[\d\s%.,€$£+-]+$/.test(block.text) || /^["“„«‘]/.test(block.text)) return;
    const next = blocks[i + 1];
    if (!next || cc.words(next.text).length < 10 || !/[.!?:。؟]["”»’)\]]?\s*$/.test(next.text.slice(0, 4000)) && cc.words(next.text).length < 20) return;
    const element = block.element;
    if (cc.closest(element, NEVER) || isHeaderOfPage(element) || cc.isCode(element) || element.querySelector("h1,h2,h3,h4,h5,h6,[role=heading],input,select,button,code")) return;
    if (/^\p{Ll}/u.test(next.text)) return;   // the sentence goes on below, in smaller letters
    if (cc.closest(next.element, "h1,h2,h3,h4,h5,h6,[role=heading],pre,table,nav,form label")) return;
    // The text below belongs to the same part of the page.
    const shared = cc.parent(element);
    if (!shared || !cc.contains(shared, next.element) && !cc.contains(cc.parent(shared), next.element)) return;
    if (cc.rect(next.element).top < cc.rect(element).bottom - 4) return;
    const [own, below] = [looksOf(block), looksOf(next)];
    const isLarger = own.minSize >= below.size * 1.2 && own.minWeight >= below.weight - 50;
    const isBolder = own.minWeight >= 600 && below.weight < 500 && own.minSize >= below.size * 0.95;
    if (!isLarger && !isBolder) return;
    if (CALLOUT.test(cc.plain(block.text))) return;
    const isInDoubt = cc.closest(element, DOUBT) || element.querySelector("a,time,img,svg") || element.parentElement?.localName === "a" ||
      !isLarger && (words > 8 || cc.words(block.text).length === 1 && cc.words(next.text).length < 15) || element === document.body;
    const how = isLarger ? (isBolder ? "larger and bolder than" : "larger than") : "bolder than";
    const message = `${cc.quoted(block.text)} looks like a heading (${how} the text below) but is not marked up as one`;
    const place = block.parts.length === 1 && element === document.body ? block.parts[0].element : element;
    found.push(isInDoubt ? cc.found(place, `${message}; is it the heading of what follows?`, { level: "review" }) : cc.found(place, message));
  });
  return found;
}
