// “Press the round button”, “use the menu on the right”, “fields in red are required” (F14, F26, F81).
cc => {
  const COLOUR = "red|green|blue|yellow|orange|purple|pink|grey|gray|brown|black|white|amber|turquoise";
  const SHAPE = "round|square|circular|triangular|rectangular|oval|large|larger|largest|big|bigger|small|smaller|bold|pointed|arrow-shaped|star-shaped|curved";
  const PLACE = "left|right|left-hand|right-hand|top|bottom|upper|lower|topmost|rightmost|leftmost";
  const THING = "buttons?|links?|icons?|boxe?s?|fields?|columns?|menus?|panels?|arrows?|tabs?|sections?|sidebars?|images?|circles?|squares?|triangles?|shapes?|dots?|items?|options?|forms?|corners?|words?|text|texts|area|areas|one|ones|list|lists";
  const DO = "press|click|click on|tap|tap on|select|choose|use|pick|hit|follow|push|touch|open|go to|fill in|complete|see|check|find|look at|refer to|activate|enter it in";
  const RULES = [
    // By look: “press the round button”.
    { what: "its colour", wcag: ["1.3.3", "1.4.1"], pattern: new RegExp(`\\b(?:${DO})\\b(?: (?:on|in|to))? the (?:[\\w-]+ ){0,1}?(?:${COLOUR})(?:-coloured|-colored)? (?:[\\w-]+ ){0,1}?(?:${THING})\\b`, "i") },
    { what: "its shape or size", wcag: ["1.3.3"], pattern: new RegExp(`\\b(?:${DO})\\b(?: (?:on|in|to))? the (?:${SHAPE}) (?:(?:${COLOUR}) )?(?:${THING})\\b`, "i") },
    { what: "its colour", wcag: ["1.4.1", "1.3.3"], pattern: new RegExp(`\\b(?:${DO})\\b(?: (?:on|in|to))? (?:the|all|any|every|all the|those) (?:${THING})(?: that are)? (?:in|marked in|shown in|highlighted in|outlined in|coloured|colored) (?:${COLOUR})\\b(?! and)`, "i") },
    // By place: “use the menu on the right”, “the right-hand column”.
    { what: "its place", wcag: ["1.3.3"], pattern: new RegExp(`\\b(?:${DO})\\b(?: (?:on|in|to))? (?:the|an?|one of the|any of the) (?:${THING}) (?:on|at|in|to|along) (?:the|your) (?:far |upper |lower |top |bottom )?(?:${PLACE})\\b(?! of (?:the|this) (?:document|list|table|file))`, "i") },
    { what: "its place", wcag: ["1.3.3"], pattern: new RegExp(`\\b(?:${DO})\\b(?: (?:on|in|to))? the (?:${PLACE}) (?:hand )?(?:${THING})\\b`, "i") },
    { what: "its place", wcag: ["1.3.3"], pattern: /\b(?:[Kk]licken|[Dd]rücken|[Ww]ählen|[Bb]enutzen|[Vv]erwenden|[Nn]utzen) Sie (?:auf |bitte )?(?:den|die|das) (?:(?:runden?|eckigen?|große[nr]?|kleine[nr]?|rote[nr]?|grüne[nr]?|blaue[nr]?) \p{Lu}\p{L}+|\p{Lu}\p{L}+ (?:rechts|links|oben rechts|oben links|unten rechts|unten links))/u },
    { what: "its place", wcag: ["1.3.3"], pattern: /\b(?:cliquez|appuyez|utilisez|choisissez)(?: sur)? (?:le|la|les|l['’])\s?\p{L}+ (?:rond|ronde|carré|carrée|rouge|vert|verte|bleue?|à droite|à gauche|de droite|de gauche)(?!\p{L})/iu },
  ];
  const REQUIRED = new RegExp(`\\b(?:fields?|items?|questions?|labels?|those|entries|boxes|information|text|anything|everything|options?|names?|words|parts)\\b(?: \\w+){0,5}? (?:in|highlighted in|marked in|shown in|coloured|colored|printed in|with a|marked|highlighted) (?:${COLOUR})\\b(?! and)|\\b(?:${COLOUR}) (?:fields?|labels?|items?|entries|questions?|boxes)\\b`, "i");
  const MUST = /\b(required|mandatory|compulsory|must be|must|obligatory|have to|need to be (?:filled|completed))\b/i;
  const CUE = /\*|asterisk|star\b|bold|italic|underlin|icon|symbol|labelled|labeled|word “|marked “|“|"|'\w+'|\(\w+\)|triangle|exclamation|tick\b|cross\b/i;
  const nameList = cc.once(() => [...new Set(cc.elements.filter(element => cc.isInteractiveRole(cc.role(element)) || /heading|region|navigation|form|search|complementary|group|table|image/.test(cc.role(element)))
    .map(element => cc.plain(cc.name(element))).filter(name => name.length > 2 && name.split(" ").length <= 6))]);
  const UI = new Set("button link menu form search select next back left right top bottom column box field tab list image options table".split(" "));
  const found = [];
  for (const block of cc.blocks()) {
    if (cc.isCode(block.element) || cc.isHeading(block.element) || cc.closest(block.element, "nav,h1,h2,h3,h4,h5,h6")) continue;
    if (block.text.length < 12 || block.text.length > 3000) continue;
    for (const sentence of block.text.split(/(?<=[.!?:;])\s+/)) {
      const rule = RULES.find(rule => rule.pattern.test(sentence));
      // “To book a tour, press …” does not name the button “Book”.
      const whole = ` ${cc.plain(sentence)} `, instruction = rule ? ` ${cc.plain(sentence.slice(sentence.match(rule.pattern).index))} ` : whole;
      const isNamed = () => CUE.test(sentence) || nameList().some(name => !UI.has(name) && (name.includes(" ") ? whole : instruction).includes(` ${name} `));
      if (rule) {
        const words = sentence.match(rule.pattern)[0];
        // A link or button that is itself the thing (“see the menu on the right” as a link) is reached anyway.
        const isLink = block.parts.some(part => part.text.includes(words.split(" ").slice(1).join(" ")) && cc.closest(part.element, "a[href],button"));
        if (!isLink && !isNamed()) found.push(cc.found(block.element, `the instruction ${cc.quoted(words)} names a thing by ${rule.what} alone`, { wcag: rule.wcag }));
        continue;
      }
      if (REQUIRED.test(sentence) && cc.language(block.element) === "en") {
        const words = sentence.match(REQUIRED)[0];
        if (MUST.test(sentence) && !CUE.test(sentence.replace(/['’]s\b/g, ""))) {
          found.push(cc.found(block.element, `${cc.quoted(words)}: what is required is told by colour alone`, { wcag: ["1.4.1", "1.3.3"] }));
        } else if (/\b(in|marked|shown|highlighted|coloured|colored) (in )?(red|green|blue|yellow|orange|grey|gray|purple|pink)\b/i.test(words)) {
          found.push(cc.found(block.element, `${cc.quoted(words)}: does anything but the colour tell which are meant?`, { level: "review", wcag: ["1.4.1"] }));
        }
      }
    }
  }
  return found;
}
