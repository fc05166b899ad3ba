// Frames whose scripts listen for keys wherever the focus is, with the keys that the scripts seem to look for.
cc => {
  const KEYS = ["keydown", "keypress", "keyup"];
  const root = document.documentElement;
  const wide = element => cc.rect(element).height * cc.rect(element).width >= cc.rect(document.body).height * cc.rect(document.body).width / 2;
  // Keys typed in a menu, a list or a game belong to it.
  const OWN = "[role=menu],[role=menubar],[role=listbox],[role=tree],[role=treegrid],[role=grid],[role=tablist],[role=toolbar]," +
    "[role=radiogroup],[role=application],[role=dialog],[tabindex],input,textarea,select,button,a,canvas";
  const holders = document.body
    ? [...document.querySelectorAll("main, [role=main], body > div, body > section")].filter(element => !element.matches(OWN) && wide(element)) : [];
  const page = [window, document, root, document.body].filter(Boolean);
  const listening = [...page, ...holders].filter(target => cc.handlers(target, ...KEYS).length);
  if (!listening.length) return [];
  const sources = listening.flatMap(target => cc.handlers(target, ...KEYS)).map(handler => handler.source).join("\n");
  const signs = [
    ...[...sources.matchAll(/(["'`])([!-~])\1/g)].map(match => match[2].toLowerCase()),
    ...[...sources.matchAll(/\b(?:Key|Digit)([A-Z0-9])\b/g)].map(match => match[1].toLowerCase()),
    ...[...sources.matchAll(/(?:keyCode|which|charCode|code|k)\s*={2,3}\s*(\d{2,3})\b/g)].map(match => Number(match[1]))
      .filter(code => code >= 48 && code <= 122).map(code => String.fromCharCode(code).toLowerCase()),
  ];
  return [cc.found(root, "candidate", {
    signs: [...new Set(signs)], needsFocusInside: !listening.some(target => page.includes(target)),
  })];
}
