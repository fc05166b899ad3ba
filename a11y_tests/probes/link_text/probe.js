// Links whose whole name says nothing about the target (F84); without any context they fail 2.4.4 as well (F63).
cc => {
  const EMPTY = {
    en: "click here|click|click this|click this link|click on this link|here|this|this link|this page|link|a link|more|read more|learn more|see more|view more|find out more|discover more|more info|more information|more details|further information|go|go here|tap here|press here|see here|view here|look here|read this|read on|continue reading|read full article|full story|right here|over here|link text",
    de: "hier|hier klicken|klick hier|klicke hier|klicken sie hier|mehr|mehr lesen|weiterlesen|mehr erfahren|mehr infos|mehr informationen|mehr dazu|weitere informationen|weitere infos|link|dieser link|diese seite|lesen sie mehr|erfahren sie mehr",
    fr: "ici|cliquez ici|cliquer ici|clique ici|en savoir plus|lire la suite|lire plus|plus|suite|la suite|voir plus|plus d infos|plus d informations|ce lien|lien|cette page|savoir plus|decouvrir",
    es: "aqui|haga clic aqui|haz clic aqui|pulse aqui|pincha aqui|clic aqui|mas|leer mas|ver mas|mas informacion|saber mas|mas info|seguir leyendo|este enlace|enlace|esta pagina|lea mas",
    it: "qui|clicca qui|cliccare qui|leggi tutto|leggi di piu|di piu|altro|scopri di piu|continua a leggere|maggiori informazioni|piu informazioni|questo link|link|per saperne di piu",
    pt: "aqui|clique aqui|leia mais|ler mais|saiba mais|saber mais|mais|mais informacoes|veja mais|ver mais|este link|link|continue lendo",
    nl: "hier|klik hier|lees meer|meer|lees verder|meer lezen|meer informatie|meer info|meer weten|deze link|link",
    pl: "tutaj|tu|kliknij tutaj|kliknij tu|kliknij|wiecej|czytaj wiecej|dowiedz sie wiecej|czytaj dalej|zobacz wiecej|link",
    sv: "har|klicka har|las mer|mer|las vidare|mer information|lank", da: "her|klik her|læs mere|mere|laes mere|link",
    no: "her|klikk her|les mer|mer|lenke", nb: "her|klikk her|les mer|mer|lenke", nn: "her|klikk her|les meir|meir",
    fi: "tasta|klikkaa tasta|lue lisaa|lisaa|taalla|tassa|linkki", cs: "zde|kliknete zde|klikni zde|vice|cist vice|cist dale|vice informaci|odkaz",
    ru: "здесь|тут|нажмите здесь|кликните здесь|жмите сюда|подробнее|далее|читать далее|читать дальше|еще|ссылка",
    uk: "тут|натисніть тут|детальніше|докладніше|читати далі|більше|посилання",
    tr: "buraya|buradan|tıklayın|tiklayin|buraya tiklayin|buraya tıklayın|devami|devamı|devamini oku|devamını oku|daha fazla|link",
    ar: "هنا|اضغط هنا|انقر هنا|المزيد|اقرا المزيد|اقرأ المزيد", he: "כאן|לחץ כאן|לחצו כאן|קרא עוד|קראו עוד|עוד",
    zh: "这里|这儿|点击这里|点这里|点此|点击|点击此处|更多|阅读更多|查看更多|了解更多|這裡|點擊這裡|點此|查看詳情|更多資訊",
    ja: "こちら|ここ|ここをクリック|こちらをクリック|続きを読む|もっと見る|もっと読む|詳しくはこちら|リンク", ko: "여기|여기를 클릭|클릭|더보기|더 보기|자세히 보기|링크",
  };
  // Words that say something only where their sentence does.
  const VAGUE = /^(details?|view|download|open|info|information|continue|start|see|visit|read|watch|listen|show|next|edit|change|delete)$/;
  // Words around a link that tell nothing about its target either.
  const FILLER = new Set(("please click tap press to for read more the and or this that a an of it see go link page on in at our your we you here is are " +
    "can also just about info information find out learn view want need if get with").split(" "));
  const sets = new Map(Object.entries(EMPTY).map(([lang, words]) => [lang, new Set(words.split("|").map(cc.plain))]));
  // “Link” may be a topic of its own, but not within a sentence.
  const isTopic = link => /^(link|a link|url|info|this)$/.test(cc.plain(cc.name(link))) && cc.words(cc.block(cc.blockOf(link))?.text ?? "").length < 3;
  const isCodeName = link => cc.isCode(link) || !!link.querySelector("code,kbd,samp") && cc.ownText(link) === "";
  const isEmptyTalk = link => !isTopic(link) && !isCodeName(link) && (sets.get(cc.language(link) || "en") ?? new Set()).has(cc.plain(cc.name(link)));

  const headersOf = cell => {
    const table = cell.closest("table");
    const row = cell.parentElement;
    const named = cc.byIds(cell, "headers");
    if (named.length) return named;
    const column = [...table?.rows ?? []].flatMap(other => [...other.cells]).filter(other =>
      other.localName === "th" && other.parentElement !== row && other.cellIndex === cell.cellIndex);
    return [...row?.cells ?? []].filter(other => other !== cell && other.localName === "th").concat(column);
  };
  const contextParts = link => {
    const parts = [cc.description(link), cc.block(cc.blockOf(link))?.text ?? ""];
    for (const up of cc.ancestors(link)) {
      if (/^(p|li|dd|figcaption)$/.test(up.localName) || /^(listitem|cell|gridcell)$/.test(up.getAttribute("role"))) parts.push(cc.text(up));
      if (up.matches("td,th")) parts.push(cc.text(up), ...headersOf(up).map(cc.text));
      if (up.localName === "dd") {
        for (let before = up.previousElementSibling; before; before = before.previousElementSibling) {
          if (before.localName === "dt") { parts.push(cc.text(before)); break; }
        }
      }
      if (up.matches("p,td,th,body")) break;
    }
    return parts;
  };
  // A heading right above in the same card tells the purpose too (H80).
  const hasHeadingInCard = link => {
    let up = cc.parent(link);
    for (let step = 0; up && step < 4 && !up.matches("body,main,html,[role=main]"); step++, up = cc.parent(up)) {
      if ([...up.querySelectorAll("h2,h3,h4,h5,h6,[role=heading]")].some(heading =>
        !heading.contains(link) && heading.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING)) return true;
    }
    return false;
  };
  const saysSomething = link => {
    const own = cc.words(cc.plain(cc.name(link)));
    const all = contextParts(link).flatMap(part => cc.words(cc.plain(part))).filter(word => cc.hasLetters(word));
    const isSpaced = !/^(zh|ja|ko|th)$/.test(cc.language(link));
    if (!isSpaced) return contextParts(link).some(part => cc.squeeze(part).length >= cc.name(link).length + 5);
    return all.filter(word => !own.includes(word) && !FILLER.has(word)).length >= 2;
  };
  // An entry of a table of contents: the section that it leads to has this very heading.
  const namesItsHeading = link => {
    const target = link.hash?.length > 1 && link.href.split("#")[0] === location.href.split("#")[0] && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const heading = target && (cc.closest(target, "h1,h2,h3,h4,h5,h6") ?? target.querySelector("h1,h2,h3,h4,h5,h6") ?? (cc.isHeading(target.nextElementSibling ?? target) ? target.nextElementSibling : null));
    return !!heading && cc.plain(heading.textContent).includes(cc.plain(cc.name(link)));
  };
  return cc.elements.filter(element => cc.role(element) === "link" && cc.name(element) && cc.seen(element)).flatMap(link => {
    if (isEmptyTalk(link) && !namesItsHeading(link)) {
      const hasContext = saysSomething(link) || hasHeadingInCard(link);
      return [cc.found(link, `link text ${cc.quoted(cc.name(link))} does not say where the link leads` +
        (hasContext ? ", outside its sentence" : ", and nothing around it does"),
        { wcag: hasContext ? ["2.4.9"] : ["2.4.4", "2.4.9"], act: hasContext ? ["aizyf1"] : ["5effbb", "aizyf1"] })];
    }
    if (cc.language(link) === "en" && VAGUE.test(cc.plain(cc.name(link))) && !saysSomething(link) && !hasHeadingInCard(link)) {
      return [cc.found(link, `Is it clear from the text around link ${cc.quoted(cc.name(link))} where it leads?`, { level: "review" })];
    }
    if (/^(https?:\/\/|www\.)\S{40,}$/.test(cc.squeeze(cc.name(link)))) {
      return [cc.found(link, `link text ${cc.quoted(cc.name(link))} is a long address: it is read out sign by sign`, { level: "advice", wcag: ["2.4.9"] })];
    }
    return [];
  });
}
