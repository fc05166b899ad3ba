// What of a page is compared with other pages: its title, and by region its links (name and target) in the code's order.
() => {
  const plain = text => cc.squeeze(text).toLowerCase();
  const place = element => {
    const up = cc.closest(element, "nav,[role=navigation],header,[role=banner]," +
      "footer,[role=contentinfo],aside,main,[role=main]");
    if (!up) return "page";
    const kind = { navigation: "nav", banner: "header", contentinfo: "footer" }[up.getAttribute("role")] ?? up.localName;
    return kind === "nav" ? `nav ${plain(cc.name(up))}`.trim() : kind;
  };
  const regions = {};
  for (const link of cc.all("a[href]")) {
    if (cc.role(link) !== "link" || !cc.isRendered(link) || !cc.name(link)) continue;
    const where = place(link);
    if (where === "main" || where === "page" || where === "aside") continue;
    const outer = cc.closest(link, "header,[role=banner],footer,[role=contentinfo]");
    const region = outer ? (outer.matches("header,[role=banner]") ? "header" : "footer") : where;
    (regions[where] ??= []).push({ name: plain(cc.name(link)), href: link.href, selector: cc.selector(link), region });
  }
  const searches = cc.all("input[type=search],[role=search] input,search input")
    .filter(field => cc.isRendered(field) && field.form)
    .map(field => ({ name: plain(cc.name(field)), action: field.form.action.split("?")[0], selector: cc.selector(field) }));
  const heading = cc.all("h1").find(element => cc.isRendered(element));
  return { title: cc.squeeze(document.title), heading: heading ? cc.text(heading) : "", regions, searches,
    words: cc.words(document.body?.innerText ?? "").length };
}
