// The page held upright and sideways: which text is turned, gone or covered. cc.hold("upright"), cc.hold("sideways"),
// then cc.heldBothWays().
"use strict";
(() => {
  const held = {};
  cc.hold = name => {
    cc.refresh();
    scrollTo(0, 0);
    const angles = new Map();
    const angle = element => {
      if (!element) return 0;
      if (!angles.has(element)) {
        const style = cc.style(element), matrix = style.transform.match(/^matrix\(([^,]+),([^,]+),/);
        const own = (matrix ? Math.atan2(matrix[2], matrix[1]) * 180 / Math.PI : 0) + (parseFloat(style.rotate) || 0);
        angles.set(element, { own, all: own + (cc.parent(element) ? angle(cc.parent(element)).all : 0) });
      }
      return angles.get(element);
    };
    const points = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y => document.elementFromPoint(x * innerWidth, y * innerHeight)));
    const texts = new Map();
    for (const element of cc.elements) {
      if (!/\p{L}{2}/u.test(cc.ownText(element)) || element.matches("script, style, title, option, noscript")) continue;
      texts.set(element, { isSeen: cc.isSeen(element), angle: angle(element).all, words: cc.ownText(element) });
    }
    held[name] = { texts, angles, points };
  };

  cc.heldBothWays = () => {
    const ASKS = /rotat|turn|landscape|portrait|orient|tilt|dreh|quer|hochformat|tourn|gira|g[ií]r/i;
    const [sideways, upright] = [held.sideways, held.upright];
    const isQuarter = degrees => Math.abs((Math.abs(degrees) % 180) - 90) < 6;
    const turned = new Map();
    for (const [element, text] of upright.texts) {
      const other = sideways.texts.get(element);
      if (!other || (!text.isSeen && !other.isSeen) || !isQuarter(text.angle - other.angle)) continue;
      const changed = [element, ...cc.ancestors(element)].filter(up => isQuarter((upright.angles.get(up)?.own ?? 0) - (sideways.angles.get(up)?.own ?? 0)));
      const culprit = changed.at(-1) ?? element;
      if (!turned.has(culprit)) turned.set(culprit, { element: cc.element(culprit), text: cc.squeeze(element.textContent).slice(0, 60) });
    }
    const hidden = [];
    const words = (view, test) => [...view.texts].filter(([element, text]) => text.isSeen && test(element))
      .reduce((sum, [, text]) => sum + text.words.length, 0);
    for (const [here, there, way] of [[upright, sideways, "upright"], [sideways, upright, "sideways"]]) {
      const isNew = element => here.texts.get(element)?.isSeen && !there.texts.get(element)?.isSeen;
      const notice = [...here.texts.keys()].find(element => isNew(element) && ASKS.test(cc.squeeze(element.textContent)));
      const layer = notice && [notice, ...cc.ancestors(notice)].find(up => up !== document.body && here.points.every(hit => hit && cc.contains(up, hit)) &&
        up.localName !== "html");
      // Header, footer and menus may stay; where there is a main part, that is what counts.
      const hasMain = [...there.texts].some(([element, text]) => text.isSeen && cc.closest(element, "main, [role=main]"));
      const counts = element => !hasMain || !!cc.closest(element, "main, [role=main]");
      const before = words(there, counts), left = words(there, element => counts(element) && here.texts.get(element)?.isSeen);
      const isGone = before > 20 && left < 0.2 * before;
      if (notice && (layer || isGone)) hidden.push({ element: cc.element(notice), way, text: cc.squeeze(notice.textContent).slice(0, 80), isSure: true });
      else if (isGone) hidden.push({ element: cc.element(document.documentElement), way, text: "", isSure: false });
    }
    return { turned: [...turned.values()].slice(0, 12), hidden: hidden.some(each => each.isSure) ? hidden.filter(each => each.isSure) : hidden };
  };
})();
