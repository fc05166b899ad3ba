// Candidates: the second link of a name in one sentence, list item or cell that leads to another address than the first.
cc => {
  const target = link => {
    const href = link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    if (href === null || /^(#?|javascript:.*|mailto:.*|tel:.*)$/i.test(href.trim())) return "";
    try {
      const url = new URL(href, document.baseURI);
      return url.href.replace(/^https?:/, "").replace(/\/(index\.(html?|php))?$/, "").replace(/\/(index\.(html?|php))?(?=[?#])/, "");
    } catch { return ""; }
  };
  const place = link => cc.closest(link, "li,td,th,p,dd,dt,[role=listitem],[role=cell],[role=gridcell]") ?? cc.blockOf(link);
  const context = link => ({ around: place(link), more: cc.plain(cc.description(link)) });
  const known = new Map();
  const found = [];
  for (const link of cc.elements) {
    if (cc.role(link) !== "link" || !cc.seen(link) || cc.isCode(link) || link.querySelector("code,pre")) continue;
    const name = cc.plain(cc.name(link)), to = target(link);
    if (!name || !to) continue;
    if (!known.has(name)) known.set(name, []);
    const { around, more } = context(link);
    const other = known.get(name).find(other => other.to !== to && other.around === around && other.more === more);
    const far = known.get(name).find(other => other.to !== to && other.more === more);
    if (other) {
      found.push(cc.found(link, `two links are called ${cc.quoted(cc.name(link))} in the same sentence or item, and lead to different places`,
        { addresses: [other.link.href, link.href].map(href => typeof href === "string" ? href : href?.baseVal ?? "") }));
    } else if (far && !known.get(name).isAsked) {
      known.get(name).isAsked = true;
      found.push(cc.found(link, `Do all links called ${cc.quoted(cc.name(link))} on this page serve the same purpose? They lead to different addresses.`,
        { level: "review", wcag: ["2.4.9"], act: ["b20e66"], isFar: true, name, addresses: [far.link.href, link.href].map(href => typeof href === "string" ? href : href?.baseVal ?? "") }));
    }
    const all = known.get(name);
    all.push({ link, to, around, more });
    // The same word at each row of a long list (“edit”) is a way to build lists, and for a person to judge.
    if (all.length > 4) for (const each of found) if (each.isFar && each.name === name) each.isFar = false;
  }
  return found;
}
