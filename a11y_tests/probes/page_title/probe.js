// No title, or one that a tool left: “Untitled”, “Document”, a file name.
cc => {
  if (window !== window.top || document.contentType !== "text/html" && document.contentType !== "application/xhtml+xml") return [];
  const STAND_IN = new Set(("untitled|untitled document|untitled page|untitled 1|no title|document|html document|new document|new page|page|page title|title|title here|the title|your title|your title here|insert title here|" +
    "enter title here|enter the title of your html document here|enter the title of your page here|site title|website|web site|web page|webpage|website title|my website|my site|my page|my web page|this is the title|this is a title|default|index|" +
    "main page|test|test page|testing|todo|tbd|placeholder|blank|blank page|empty|example|sample|sample page|template|lorem ipsum|lorem ipsum dolor|react app|vite app|vite react|vite react ts|vue app|angular app|svelte app|next app|nextjs app|create next app|" +
    "sveltekit app|my app|app|webpack app|parcel app|html5 boilerplate|bootstrap template|powerpoint presentation|presentation1|default title|add title|please enter a title|" +
    "unbenannt|unbenanntes dokument|ohne titel|dokument|neue seite|titel|sans titre|document sans titre|titre|nouvelle page|sin titulo|documento sin titulo|titulo|documento|nueva pagina|senza titolo|documento senza titolo|titolo|nuova pagina|sem titulo|naamloos|naamloos document|bez tytulu").split("|"));
  const title = cc.squeeze(document.title);
  const found = (message, more) => [cc.found(document.documentElement, message, more)];
  const element = document.querySelector("head > title") ?? [...document.querySelectorAll("title")].find(known => !known.closest("svg"));
  if (!title) return found(element ? "the page's title is empty" : "the page has no title", { act: ["2779a5"] });
  if (!cc.plain(title)) return found(`the page's title ${cc.quoted(title)} has no words`);
  const plain = cc.plain(title);
  const isFile = /^[\w\s().%-]+\.(html?|xhtml|php\d?|aspx?|jsp|cfm|docx?|pdf|xlsx?|pptx?|odt|indd|md|txt|rtf)$/i.test(title) || /^(microsoft (word|powerpoint|excel) - )/i.test(title);
  const isAddress = /^(https?:\/\/|www\.|localhost\b|file:|\/)\S*$/i.test(title) || /^[\w-]+(\/[\w.-]+)+\/?$/.test(title);
  if (STAND_IN.has(plain) || /^(untitled|page|document|new page|slide|unbenannt|titel) ?\d+$/.test(plain)) {
    // A page that really is about it says so in its heading, “Example” for instance.
    const heading = cc.elements.find(known => /^h1$/.test(known.localName) && cc.seen(known));
    const isTopic = heading && cc.plain(cc.text(heading)) === plain && !/^(untitled|document|page|title|index|new|default|no title)/.test(plain);
    if (!isTopic) return found(`the page's title ${cc.quoted(title)} stands in for a title: it does not say what the page is about`, { act: ["c4a8a4"] });
  }
  if (isFile) return found(`the page's title ${cc.quoted(title)} is a file name`, { act: ["c4a8a4"] });
  if (isAddress) return found(`the page's title ${cc.quoted(title)} is an address`, { act: ["c4a8a4"] });
  // Nothing in common with what the page says: a copy of another page's title?
  const text = ` ${cc.plain(document.body?.textContent ?? "").slice(0, 60000)} `;
  const words = plain.split(" ").filter(word => word.length > 3);
  const stems = words.map(word => word.slice(0, Math.max(4, word.length - 3)));
  if (words.length >= 2 && cc.words(text).length > 15 && !stems.some(stem => text.includes(` ${stem}`) || text.includes(stem))) {
    return found(`no word of the title ${cc.quoted(title)} is on the page; does it describe this page?`, { level: "review", act: ["c4a8a4"] });
  }
  return [];
}
