// Which language a text is in: by its script, and by the small words that each language uses all the time.
"use strict";
(() => {
  // The commonest function words; a text of a language has a quarter to a half of its words from its list.
  const SMALL_WORDS = {
    en: "the of and to in is you that it he was for on are as with his they at be this have from or had by but not what all were we when your can there an which their if do will how our has been would who more no out so its about than her she into may only other any my these some also could then them please",
    de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man ich wir ihr kann sein eines unter diese wenn keine bitte",
    fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec vous nous ou son ses cette mais leur aux été être comme tout on ont fait je elle si même deux d l s qu n c j y votre notre ces sans bien où",
    es: "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos es son fue ser ha está",
    it: "di e che la il un a per è in una sono non con si da come le dei nel alla del della i gli lo più ma anche al delle se su questo ha o loro essere tra cui ci questa dal l d nella sua suo hanno ed",
    pt: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até são isso",
    ca: "de la i el que a en els les un per una del amb no és es al més com dels són o va seva aquest però aquesta l d s pel tot també",
    nl: "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar heeft hij ze wordt door of je worden deze over hun tot was kan zich geen we u die wat",
    da: "og i at det er en til på som de med af for ikke der den et har var jeg han man fra vi kan om eller men sig ved også blev efter nu havde skal være hvor",
    no: "og i det på som er en til å for med av at har de ikke den et om var jeg fra men han seg vi kan skal så eller ved etter også blir ble hun være",
    sv: "och i att det som en på är av för med den till inte de om ett han har var jag men sig från vi så kan man när år hon eller ut upp också efter ska vara",
    is: "og að í á er sem það við til um af ekki en var hann með fyrir frá eru því þar verið hún ég",
    fi: "ja on ei se että oli ovat mutta hän ole kun joka myös tai kuin jos niin sen mukaan vain nyt sekä hänen ne voi jo olla eivät siitä tämä ovat mitä sitä",
    et: "ja on ei et see oli ka kui aga mis või oma seda tema nii ning siis veel ole mida kes",
    lv: "un ir ka no uz par ar kas tika nav bet vai kā pie tas arī lai ja to", lt: "ir yra kad į su ne iš tai bet kaip buvo už jo ar apie taip nuo o kurie jų",
    pl: "i w na z do się nie to że o jest jak a po co od za ale tak przez przy dla są czy ich tym był być które oraz już może także jego ze lub tego",
    cs: "a se v na je že o s z do i to k ve pro za by ale si jako po od podle jsou tak které až byl jeho nebo také jen může být této který",
    sk: "a sa v na je že o s z do i to k vo pre za by ale si ako po od podľa sú tak ktoré až bol jeho alebo tiež len môže byť ktorý",
    hu: "a az és hogy nem is egy ez meg csak de el van már még volt mint vagy ha fel ki azt pedig lesz kell mert minden", ro: "de și a în la cu pe că din nu o un este mai pentru care se sunt au fost ca prin sau dar ale lui fi cel cea şi",
    hr: "i u je na se da za su od s kao koji ne to što o iz ili bi ali do po biti koje nije može sa", sq: "dhe në të e i për me një nga që është se më nuk ka janë si",
    tr: "ve bir bu da de için ile olarak çok daha gibi olan ne var kadar sonra ama en her o ise ya değil mi ancak göre", id: "yang dan di untuk dengan dari ini pada tidak dalam itu akan ke adalah oleh juga atau ada mereka bisa telah saya kami anda sudah",
    vi: "và của là có các cho không được trong một với những người đã để này khi từ đến về như tôi", tl: "ang ng sa na mga ay at para kung hindi ito siya nang ni",
    af: "die en van in het is nie n dat te om op wat vir met sy hulle ek was aan", sw: "na ya wa kwa ni katika za la kuwa hii huo ili kama hiyo", eu: "eta da ez bat du dira izan zen baina ere hau dute",
    ga: "agus an na a i ar is go le ag do sé tá bhí sa", cy: "y yn a i o ar mae r ac yr am wedi gan ei fod hefyd", eo: "la kaj de en estas al ne por kun ke ĉi li",
    // Filler text of layouts, which is in no language.
    "lorem": "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor ut et magna aliqua enim minim veniam quis nostrud laboris nisi ex ea duis aute irure in velit esse cillum nulla sint non sunt culpa qui mollit id est vel ac at eget nunc vitae mauris",
    ru: "и в не на что с по как это к но из у за то от о для так же его или был бы я вы мы он она они при все", uk: "і в не на що з до та як у за це по але від для про був є або її й ми ви", bg: "и на в да се за от с е не са по като че до или това си ще",
    sr: "и у је на се да за су од са као који не то што о из или би али до по", be: "і ў не на што з да як у за гэта па але ад для",
    ar: "في من على أن إلى هذا التي عن مع ما لا كان هو هذه الذي أو كل بعد قد", fa: "و در به از که این است را با برای آن می یک", ur: "کے میں کی ہے اور سے کا کو پر یہ نے",
  };
  const SETS = new Map(Object.entries(SMALL_WORDS).map(([lang, words]) => [lang, new Set(words.split(" "))]));
  const SCRIPTS = [["Cyrl", /\p{Script=Cyrillic}/gu, "ru uk bg sr mk be kk ky mn tg ba tt cv os ab"], ["Arab", /\p{Script=Arabic}/gu, "ar fa ur ps ckb sd ug arz ku"], ["Hebr", /\p{Script=Hebrew}/gu, "he iw yi"],
    ["Grek", /\p{Script=Greek}/gu, "el grc"], ["Han", /\p{Script=Han}/gu, "zh ja yue ko cmn wuu"], ["Kana", /\p{Script=Hiragana}|\p{Script=Katakana}/gu, "ja"], ["Hang", /\p{Script=Hangul}/gu, "ko"],
    ["Thai", /\p{Script=Thai}/gu, "th"], ["Deva", /\p{Script=Devanagari}/gu, "hi mr ne sa kok mai bho"], ["Beng", /\p{Script=Bengali}/gu, "bn as"], ["Taml", /\p{Script=Tamil}/gu, "ta"], ["Geor", /\p{Script=Georgian}/gu, "ka"],
    ["Armn", /\p{Script=Armenian}/gu, "hy"], ["Ethi", /\p{Script=Ethiopic}/gu, "am ti"], ["Khmr", /\p{Script=Khmer}/gu, "km"], ["Mymr", /\p{Script=Myanmar}/gu, "my"], ["Telu", /\p{Script=Telugu}/gu, "te"], ["Gujr", /\p{Script=Gujarati}/gu, "gu"],
    ["Guru", /\p{Script=Gurmukhi}/gu, "pa"], ["Knda", /\p{Script=Kannada}/gu, "kn"], ["Mlym", /\p{Script=Malayalam}/gu, "ml"], ["Laoo", /\p{Script=Lao}/gu, "lo"], ["Sinh", /\p{Script=Sinhala}/gu, "si"], ["Latn", /\p{Script=Latin}/gu, ""]];
  // Languages that one cannot, or need not, tell apart by such lists.
  const KIN = ["no nb nn da", "cs sk", "hr bs sr sh me", "id ms", "pt gl", "es gl ast an", "nl af", "ru be uk", "bg mk", "fr oc", "it co scn", "zh yue cmn wuu", "he iw yi", "fil tl", "fi et", "es ca", "es pt", "sq aln", "ar arz ary"].map(kin => kin.split(" "));
  const isKin = (one, other) => one === other || KIN.some(kin => kin.includes(one) && kin.includes(other));
  cc.languageName = code => { try { return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code; } catch { return code; } };

  cc.scriptOf = text => {
    if (/^[\0-\u024f\u1e00-\u1eff\u2000-\u2bff]*$/.test(text)) {
      const letters = text.match(/[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/g)?.length ?? 0;
      return { name: letters ? "Latn" : "", letters, share: letters ? 1 : 0, count: letters };
    }
    const counts = SCRIPTS.map(([name, pattern]) => [name, text.match(pattern)?.length ?? 0]).filter(([, n]) => n);
    // Japanese and Korean mix their own signs with Chinese ones.
    const mixed = counts.find(([name]) => name === "Kana") ?? counts.find(([name]) => name === "Hang"), han = counts.find(([name]) => name === "Han");
    if (mixed && han) { mixed[1] += han[1]; han[1] = 0; }
    const total = counts.reduce((sum, [, n]) => sum + n, 0);
    const [name, count] = counts.sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
    return { name, letters: total, share: total ? count / total : 0, count };
  };
  const writes = (lang, script, tag) => {
    const named = tag.match(/[-_]([A-Za-z]{4})\b/)?.[1];
    if (named) return named.toLowerCase() === script.toLowerCase() || /^(hans|hant|jpan|kore|hani)$/i.test(named);
    const own = SCRIPTS.filter(([, , langs]) => langs.split(" ").includes(lang)).map(([name]) => name);
    if (/^(sr|bs|kk|uz|az|tg|tk|ku|mn|sh|ms|ks|pa|ug|crh)$/.test(lang)) return true;
    return own.length ? own.includes(script) : script === "Latn";
  };
  const tokensOf = text => text.normalize("NFC").toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  // What contradicts that a text is in the declared language: {lang, hits} or null. `want` asks for more or less proof.
  cc.otherLanguage = (text, tag, want = { tokens: 8, hits: 4, distinct: 3, share: 0.3 }) => {
    const declared = cc.primary(tag);
    // Plain Latin letters and more than enough of the language's own small words: nothing more to ask.
    const isLatin = /^[\0-\u024f\u1e00-\u1eff\u2000-\u2bff\ue000-\uf8ff]*$/.test(text);
    if (isLatin && SETS.has(declared)) {
      const words = tokensOf(text);
      if (words.length < want.tokens) return null;
      const own = SETS.get(declared);
      if (words.filter(word => own.has(word)).length > words.length * 0.2) return null;
    }
    const script = cc.scriptOf(text);
    if (script.share >= 0.85 && script.name !== "Latn" && !writes(declared, script.name, tag)) {
      const langs = SCRIPTS.find(([name]) => name === script.name)[2].split(" ");
      return { lang: langs[0], script: script.name, isScript: true, letters: script.count, words: cc.words(text).length };
    }
    const tokens = tokensOf(text);
    if (tokens.length < want.tokens) return null;
    const isWrittenOtherwise = !writes(declared, script.name, tag);
    const score = lang => tokens.filter(token => SETS.get(lang).has(token)).length;
    const scores = [...SETS.keys()].map(lang => [lang, score(lang)]).sort((a, b) => b[1] - a[1]);
    const [lang, hits] = scores[0];
    if (lang === "lorem" || isKin(lang, declared) || hits < want.hits || hits / tokens.length < want.share) return null;
    const distinct = new Set(tokens.filter(token => SETS.get(lang).has(token))).size;
    // “A, B, C” and “A to Z” are in no language.
    const long = new Set(tokens.filter(token => token.length > 1 && SETS.get(lang).has(token))).size;
    if (distinct < want.distinct || long < Math.max(2, want.distinct / 2)) return null;
    const own = scores.filter(([other]) => isKin(other, declared)).map(([, n]) => n);
    // A language that we have no list for: only its script tells.
    if (!own.length) return isWrittenOtherwise ? { lang, hits, words: tokens.length } : null;
    return Math.max(...own) <= hits * 0.34 ? { lang, hits, words: tokens.length } : null;
  };
  // Running text, not a name or title: not all of its words that carry meaning begin with a capital.
  cc.isProse = (text, lang) => {
    const words = cc.words(text).slice(1).filter(word => !SETS.get(lang)?.has(word.toLowerCase()));
    // German writes every noun with a capital: there the small words decide.
    if (lang === "de" && tokensOf(text).filter(word => SETS.get("de").has(word)).length >= 5) return true;
    return words.filter(word => /^\p{Lu}/u.test(word)).length <= words.length * 0.8;
  };
  // What is written in the page's own language, as far as it is declared: without code and parts with a lang of their own.
  cc.pageText = cc.once(() => {
    const html = document.documentElement;
    const isPageText = element => cc.closest(element, "[lang]") === html && !cc.isCode(element) && !cc.closest(element, "address");
    let text = "";
    for (const block of cc.blocks()) {
      if (text.length > 30000) break;
      for (const part of block.parts) if (isPageText(part.element)) text += part.text + " ";
      text += ". ";
    }
    // A page whose own words are few is judged with its title and alternatives.
    if (cc.words(text).length < 60) text += ` ${document.title}. ` + cc.all("img[alt]").filter(isPageText).map(image => image.alt).join(". ");
    return text;
  });
  // A lang attribute is about words only where they have no lang of their own nearer by.
  cc.hasTextOfItsLanguage = element => cc.elements.some(part => cc.contains(element, part) && cc.isRendered(part) &&
    (cc.ownText(part) || (part.getAttribute("alt") ?? part.getAttribute("aria-label") ?? part.getAttribute("placeholder") ?? "").trim()) &&
    cc.closest(part, "[lang]") === element);
  cc.pageIsInOtherLanguage = cc.once(() => {
    const text = cc.pageText(), words = cc.words(text).length;
    return cc.otherLanguage(text, document.documentElement.getAttribute("lang") ?? "",
      words < 60 ? { tokens: 6, hits: 3, distinct: 2, share: 0.33 } : { tokens: 20, hits: 8, distinct: 5, share: 0.22 });
  });
})();
