// A row of tabs with one of their parts in sight, and none of the tabs says that it is the chosen one.
cc => {
  const TELLS = tab => ["aria-selected", "aria-expanded", "aria-pressed", "aria-checked"].some(name => tab.getAttribute(name) === "true") ||
    tab.hasAttribute("aria-current") && tab.getAttribute("aria-current") !== "false" || !!tab.querySelector("[aria-current],[aria-selected=true]");
  const byHash = tab => { try { return tab.matches("a[href^='#']") && tab.hash.length > 1 ? document.getElementById(decodeURIComponent(tab.hash.slice(1))) : null; } catch { return null; } };
  const found = [];
  for (const list of cc.all("[role=tablist]")) {
    if (!cc.seen(list) || cc.isHiddenFromReaders(list)) continue;
    const owned = cc.byIds(list, "aria-owns");
    const tabs = cc.all("[role=tab]").filter(tab => cc.contains(list, tab) || owned.some(part => cc.contains(part, tab)));
    if (tabs.length < 2 || tabs.some(TELLS)) continue;
    const panels = [...new Set(tabs.map(tab => cc.byIds(tab, "aria-controls")[0] ?? byHash(tab)).filter(Boolean))];
    const shown = panels.filter(panel => cc.seen(panel));
    if (panels.length < 2 || shown.length !== 1) continue;
    const words = cc.name(list) || tabs.map(tab => cc.text(tab)).join(", ");
    found.push(cc.found(list, `none of the tabs ${cc.quoted(words, 40)} tells that it is the chosen one (aria-selected)`));
  }
  return found;
}
