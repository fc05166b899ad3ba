// The names that languages have in themselves, as they stand in the choice of a page's language. Those that English
// calls so too (Esperanto, Tagalog, Afrikaans) may well be English words.
"use strict";
(() => {
  const NAMES = {
    de: "deutsch", fr: "français", es: "español|castellano", it: "italiano", pt: "português|português (brasil)", nl: "nederlands", da: "dansk", sv: "svenska", no: "norsk|bokmål|norsk bokmål|nynorsk",
    fi: "suomi|suomeksi", is: "íslenska", et: "eesti|eesti keel", lv: "latviešu|latviski", lt: "lietuvių|lietuviškai", pl: "polski|po polsku", cs: "čeština|česky", sk: "slovenčina|slovensky", sl: "slovenščina|slovensko",
    hr: "hrvatski", bs: "bosanski", sr: "srpski|српски", hu: "magyar|magyarul", ro: "română", sq: "shqip", tr: "türkçe", mt: "malti", ga: "gaeilge", gd: "gàidhlig", cy: "cymraeg", br: "brezhoneg", ca: "català", eu: "euskara",
    gl: "galego", lb: "lëtzebuergesch", rm: "rumantsch", el: "ελληνικά", ru: "русский|по-русски", uk: "українська", be: "беларуская", bg: "български", mk: "македонски", ar: "العربية|عربي|عربى", fa: "فارسی", ur: "اردو", he: "עברית",
    yi: "ייִדיש", hi: "हिन्दी|हिंदी", bn: "বাংলা", pa: "ਪੰਜਾਬੀ", ta: "தமிழ்", te: "తెలుగు", ne: "नेपाली", si: "සිංහල", th: "ไทย|ภาษาไทย", km: "ភាសាខ្មែរ", my: "မြန်မာ", ka: "ქართული", hy: "հայերեն", am: "አማርኛ", ti: "ትግርኛ",
    ja: "日本語", zh: "中文|简体中文|繁體中文|繁体中文|简体|繁體|汉语|漢語", ko: "한국어", vi: "tiếng việt", id: "bahasa indonesia", ms: "bahasa melayu", sw: "kiswahili", so: "soomaali|af-soomaali", ku: "kurdî", en: "english",
  };
  const LANGS = new Map(Object.entries(NAMES).flatMap(([lang, names]) => names.split("|").map(name => [name, lang])));
  // The language that a text names in that language itself, or "". Flags, signs and codes beside the name do not count.
  cc.namedLanguage = text => LANGS.get(cc.squeeze(text).normalize("NFC").toLowerCase().replace(/\s*\((?!brasil)[a-z-]{2,5}\)$/, "")
    .replace(/^[^\p{L}]+|[^\p{L}\p{M})]+$/gu, "")) ?? "";
})();
