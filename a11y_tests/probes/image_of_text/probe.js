// A picture of nothing but lines of letters, about as many as its alternative has.
cc => {
  const LOGO = /logo|brand|wordmark|signature|unterschrift|badge|captcha|barcode|qr|sprite|icon|equation|formula|math|score|handwriting|specimen|font/i;
  // What such a picture shows is the look of a thing, which may have words on it: WCAG counts that as no image of text.
  const SHOT = /screen ?shot|screen ?grab|photo|facsimile|\bscan\b|bildschirm(foto|aufnahme)|capture d.écran|captura de pantalla|schermata|schermafbeelding/i;
  const found = [];
  const candidates = cc.all("img,input[type=image]").filter(image => cc.seen(image) && image.complete !== false && image.naturalWidth >= 50 && image.naturalHeight >= 10);
  let looked = 0;
  for (const image of candidates) {
    const name = cc.squeeze(cc.name(image)), source = image.currentSrc || image.src;
    if (LOGO.test(`${source.startsWith("data:") ? "" : source.split("/").at(-1)} ${image.id} ${image.getAttribute("class") ?? ""} ${name}`)) continue;
    if (cc.closest(image, "header,[role=banner]") && cc.closest(image, "a[href]") || cc.closest(image, "math,code,[class*=logo],[class*=brand]")) continue;
    const shown = (name.match(/[\p{L}\p{N}]/gu) ?? []).length;
    if (name && (shown < 8 || cc.words(name).length < 2 || /[=∑∫√^\\{}<>]/.test(name))) continue;
    if (looked++ >= 15) break;
    let picture = null;
    try { picture = cc.lettersIn(image); } catch { continue; }   // of another site: its pixels are not shown to us
    if (!picture) continue;
    // Letters that touch make fewer runs than there are letters; dots and accents do not make more.
    const ratio = picture.letters / Math.max(1, shown);
    if (name && ratio >= 0.5 && ratio <= 1.15) {
      found.push(SHOT.test(name)
        ? cc.found(image, `Is ${cc.quoted(name, 50)} there to show how something looks, and not to be read?`, { level: "review" })
        : cc.found(image, `the words ${cc.quoted(name, 50)} are an image of text, not text`));
    } else if (!name) {
      // The words may stand beside it as text, of about the same length; a link or a caption may say them.
      const near = [image.previousElementSibling, image.nextElementSibling, cc.closest(image, "figure,a,li,td,label"), cc.blockOf(image), cc.parent(image)?.previousElementSibling, cc.parent(image)?.nextElementSibling];
      const isSaid = near.some(each => { const letters = each && each !== document.body ? cc.visibleText(each).match(/\p{L}/gu)?.length ?? 0 : 0; return letters >= 0.5 * picture.letters && letters <= 1.8 * picture.letters; });
      const isSure = picture.letters >= 10 && !isSaid && image.localName === "img" && !cc.closest(image, "header,footer,[role=banner],a");
      found.push(isSure ? cc.found(image, "this image is a picture of words, and its alternative is empty", { wcag: ["1.1.1", "1.4.5"], act: ["e88epe", "0va7u6"] })
        : cc.found(image, "Does this image hold words? It looks like lines of text and has no alternative.", { level: "review", wcag: ["1.1.1", "1.4.5"] }));
    }
  }
  return found;
}
