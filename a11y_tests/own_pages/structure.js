// What every page of ours must have, whatever it is about; returns sentences about what is missing.
() => {
  const HELP = "Tell the team about a problem · Help and contact · How to take part · Accessibility statement · Privacy · A to Z";
  const all = selector => [...document.querySelectorAll(selector)];
  const words = element => element.textContent.replace(/\s+/g, " ").trim();
  const problems = [];
  const must = (isSo, problem) => { if (!isSo) problems.push(problem); };
  const root = document.documentElement;

  must(root.lang, "PG-03: html has no lang");
  must(root.dir === (/^(ar|he|fa|ur)\b/.test(root.lang) ? "rtl" : "ltr"), `PG-03: dir is “${root.dir}” with lang ${root.lang}`);
  must(all("h1").length === 1 && all("main h1").length === 1, `PG-04: ${all("h1").length} h1, ${all("main h1").length} of them in main`);
  all("h1, h2, h3, h4, h5, h6").reduce((above, heading) => {
    const level = Number(heading.localName[1]);
    // The list of problems stands before the h1, with a heading of its own.
    const isSummary = heading.closest("#error-summary, #not-sent");
    must(isSummary || level <= above + 1, `PG-04: heading “${words(heading)}” jumps from level ${above} to ${level}`);
    return isSummary ? above : level;
  }, 0);
  for (const landmark of ["header", "nav", "main", "footer"]) {
    const found = all(landmark).filter(element => !element.closest("article, section, main main"));
    must(found.length === 1, `PG-05: ${found.length} × ${landmark}`);
  }
  must(all("nav").every(nav => nav.ariaLabel), "PG-05: the navigation has no name");
  must(all(".panel").every(panel => /^H[2-6]$/.test(panel.firstElementChild?.tagName)), "PG-05: a panel does not begin with a heading");
  for (const summary of all("summary")) {
    must(summary.children.length === 0 && words(summary).split(" ").length <= 5, `PG-10: summary “${words(summary)}”`);
  }
  must(all("footer a").map(words).join(" · ") === HELP, `PG-11: help is ${all("footer a").map(words).join(" · ")}`);
  // The one script that there is stands only where there is something to update, in a file of its own.
  const live = all(".live");
  const scripts = all("script").filter(script => !(live.length === 1 && new URL(script.src).pathname.endsWith("/assets/live.js") && !script.text));
  must(scripts.length === 0 && all("script").length <= 1, "LV-01: a script stands in the page");
  must(all("[onclick], [onchange], [style], iframe, style").length === 0, "something of script or style stands in the page");
  must(all("[role=alert], [aria-live], [aria-busy]").length === 0, "ER-04, LV-06: something announces itself");
  const said = all("[role=status]");
  must(said.every(status => live[0]?.contains(status) && !words(status)) && said.length === live.length, "LV-03: a status is not the empty one of live updates");
  must(all("meta[http-equiv=refresh]").length === 0, "LV-02: the page loads itself again");
  must(all("[required], [maxlength], form:not([novalidate]) [name]:not([type=hidden], button)").length === 0, "FM-05: the browser judges a field");
  for (const form of all("form")) {
    must(all("[type=submit], button").some(button => form.contains(button)), "FM-06: a form has no button");
  }
  must(all("svg[role=img] a, svg a, [aria-hidden=true] a, [aria-hidden=true] button").length === 0, "RS-05: a link in a picture, or hidden");
  must(all("[draggable=true], canvas, video[autoplay], audio[autoplay]").length === 0, "something is dragged or plays");
  for (const element of all("*")) {
    const look = getComputedStyle(element);
    must(!["fixed", "sticky"].includes(look.position), `PG-09: ${element.localName} is ${look.position}`);
    must(look.animationName === "none", `RS-06: ${element.localName} moves`);
  }
  const summary = document.getElementById("error-summary");
  must(!!summary === /^(Error|خطأ): /.test(document.title), `ER-03: title “${document.title}”`);
  for (const link of summary?.querySelectorAll("a") ?? []) {
    const field = document.getElementById(link.getAttribute("href").slice(1));
    must(field?.matches("input, select, textarea"), `ER-05: “${words(link)}” leads to no field`);
    const told = (field?.getAttribute("aria-describedby") ?? "").split(" ").map(id => document.getElementById(id)).filter(Boolean);
    must(told.some(each => words(each) === `Error: ${words(link)}`), `ER-05, ER-06: “${words(link)}” is not said at its field`);
  }
  return problems;
}
