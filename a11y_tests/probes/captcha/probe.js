// Puzzles at a form: for one sense only (1.1.1), as part of a login (3.3.8); and passwords that cannot be pasted.
cc => {
  const PICTURE = /captcha/i;
  const COPY = /\b(captcha|(type|enter|copy|write|repeat) the (letters|characters|code|word|words|text|numbers?|digits|symbols)( that)? (you (can )?see|shown|below|above|in the (image|picture|box)|(from|of|on) the (image|picture))|(characters|letters|digits|numbers|text|code|word)s? (in|from|of|on) the (image|picture)|visual (code|verification)|zeichen aus dem bild|buchstaben im bild|caractères de l.image|letras de la imagen)\b/i;
  const SUM = /(what is|how much is|solve|was ist|wie viel ist|combien font|cuánto es)\W{0,3}(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*(\+|plus|-|−|minus|x|×|times|\*|mal|más)\s*(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|^\s*\d{1,2}\s*[+×x*−-]\s*\d{1,2}\s*=\s*\??\s*$/i;
  const SERVICE = /recaptcha|hcaptcha|turnstile|arkoselabs|funcaptcha|captcha/i;
  const OTHER_SENSE = /\b(audio|listen|hear|sound|voice|spoken|read (it )?aloud|anhören|écouter|escuchar)\b/i;
  const OTHER_WAY = /\b(another way|other way|different way|e-?mail me|send (me )?an? (link|code)|sign in (by|with)|log ?in (by|with)|passkey|security key|without (a )?password|magic link|fingerprint|face id|contact us|call us)\b/i;
  const place = element => cc.closest(element, "form") ?? cc.closest(element, "section,main,dialog,[role=dialog],[role=main]") ?? document.body;
  const controls = box => cc.elements.filter(element => cc.contains(box, element) && (element.matches("audio,a[href],button,summary") || cc.isInteractiveRole(cc.role(element))));
  const isLogin = box => !!box.querySelector("input[type=password]") && !/sign ?up|register|create (an )?account|registrieren|inscription/i.test(cc.text(box).slice(0, 3000)) ||
    /\b(log ?in|sign ?in|anmelden|connexion|iniciar sesión)\b/i.test(document.title) && !!box.querySelector("input");
  const offers = (box, pattern) => controls(box).some(control => control.localName === "audio" || pattern.test(cc.name(control)));
  const found = [], known = new Set();
  for (const field of cc.fields()) {
    if (!cc.isTextField(field) || !cc.seen(field)) continue;
    const words = `${cc.name(field)} ${cc.description(field)} ${cc.nearText(field)}`;
    const image = cc.elements.find(element => element.matches("img,canvas,svg") && cc.contains(place(field), element) && PICTURE.test(`${element.getAttribute("src") ?? ""} ${element.id} ${element.getAttribute("class") ?? ""} ${element.getAttribute("alt") ?? ""}`));
    const copies = COPY.test(words) || PICTURE.test(`${field.name} ${field.id}`) && !!image;
    const sums = SUM.test(words);
    const box = place(field);
    if (!copies && !sums || known.has(box)) continue;
    known.add(box);
    const otherSense = offers(box, OTHER_SENSE), otherWay = offers(box, OTHER_WAY);
    const hasPicture = image || box.querySelector("img,canvas");
    if (copies && hasPicture && !otherSense && !otherWay) {
      found.push(cc.found(field, "this test (CAPTCHA) asks to copy signs from a picture: there is no form of it for another sense" + (isLogin(box) ? ", and no other way to log in" : ""),
        { wcag: isLogin(box) ? ["1.1.1", "3.3.8"] : ["1.1.1"] }));
    } else if (isLogin(box) && !otherWay) {
      found.push(cc.found(field, `logging in needs ${sums ? "solving a sum" : "copying signs"} (a test of thinking), and no other way is offered`, { wcag: ["3.3.8"] }));
    } else {
      found.push(cc.found(field, "Can everybody pass this test (CAPTCHA), by another sense and without a puzzle?", { level: "review" }));
    }
  }
  for (const frame of cc.all("iframe")) {
    if (!cc.seen(frame) || !SERVICE.test(frame.src) || cc.rect(frame).height < 30) continue;
    const box = place(frame);
    found.push(cc.found(frame, "Can everybody pass the test (CAPTCHA) of this service, by another sense and without a puzzle?", { level: "review", wcag: isLogin(box) ? ["1.1.1", "3.3.8"] : ["1.1.1"] }));
  }
  // A password that must be typed by heart, or a name or a code of a login that cannot be copied.
  const CODE = /\b(one[ -]?time|verification|security|sign[ -]?in|log[ -]?in|access|authentication)[ -](pass)?code\b|\b(otp|passcode)\b|bestätigungscode|einmalcode|code de (vérification|connexion)/i;
  const isOfLogin = field => field.matches("input[type=password]") ? isLogin(place(field)) :
    field.autocomplete === "one-time-code" || CODE.test(cc.name(field)) || isLogin(place(field)) && cc.isTextField(field);
  for (const field of cc.all("input:not([type=checkbox], [type=radio], [type=hidden], [type=submit], [type=button])")) {
    if (!cc.seen(field) || cc.isDisabled(field) || !isOfLogin(field)) continue;
    const blocks = source => /preventDefault|return\s+false/.test(source ?? "");
    const handlers = cc.handlers ? cc.handlers(field, "paste") : [];
    // One for the whole page that asks for passwords, or asks for nothing.
    const wide = cc.handlers ? [document, window, document.body, document.documentElement, field.form].filter(Boolean).flatMap(target => cc.handlers(target, "paste")) : [];
    const isBlockedWide = field.type === "password" && wide.some(handler => blocks(handler.source) && (/password/i.test(handler.source) || !/target|closest|matches|\bif\b|\?/.test(handler.source)));
    if (blocks(field.getAttribute("onpaste")) || handlers.some(handler => blocks(handler.source)) || isBlockedWide) {
      found.push(cc.found(field, `the ${field.type === "password" ? "password field" : "field"} ${cc.quoted(cc.name(field) || field.name, 40)} of a login refuses what is pasted: people must remember or copy it by hand`, { wcag: ["3.3.8"] }));
    }
  }
  // Single letters of a password, which no password manager can fill in (F109).
  const PLACE = "(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)";
  const SOME = new RegExp(`\\b${PLACE}\\b.{0,60}\\b(?:characters?|letters?|digits?|numbers?)\\b.{0,30}\\b(?:password|passcode|pin|passphrase|security|memorable|secret)\\b|\\b(?:characters?|letters?|digits?) (?:\\d{1,2}|${PLACE}).{0,40}\\b(?:password|passcode|pin|passphrase|memorable|secret)\\b`, "i");
  const single = cc.all("input[maxlength='1'],select").filter(field => cc.seen(field) && !cc.isDisabled(field));
  for (const form of new Set(single.map(field => field.form).filter(Boolean))) {
    const own = single.filter(field => field.form === form);
    const words = cc.text(form), match = words.match(SOME);
    if (own.length >= 2 && match && !offers(form, OTHER_WAY)) {
      found.push(cc.found(own[0], `logging in asks for single characters of a password (${cc.quoted(match[0], 40)}): people must remember and count, and nothing can fill it in`, { wcag: ["3.3.8"] }));
    }
  }
  return found;
}
