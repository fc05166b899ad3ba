// Alternatives that are none (F30, F39): file names, “image”, single signs, names for spacers.
cc => {
  const NOTHING = new Set(("image|images|img|picture|pictures|pic|photo|photograph|graphic|graphics|spacer|blank|alt|alt text|alternative text|alternate text|alt tag|alt text here|image alt text|image description|image here|an image|a picture|a photo|image placeholder|photo placeholder|" +
    "placeholder|placeholder image|untitled|untitled image|no alt|no alt text|no description|description|null|undefined|none|empty|n a|na|nan|todo|tbd|temp|dummy|dummy image|default|default image|insert alt text here|" +
    "enter alt text|decorative|decorative image|decoration|decorative element|decorative line|spacer image|spacer gif|blank image|empty image|transparent image|stock photo|stock image|bullet|bullet point|divider|separator|image1|image 1|picture 1|pic1|img1|photo 1|img 1|image 2|image 3|lorem ipsum|xxx|test|picture of|image of|photo of|canvas|svg|click here|image link|link|button|image button|" +
    "bild|foto|grafik|abbildung|platzhalter|imagen|fotografia|grafico|immagine|figura|afbeelding|plaatje|obraz|obrazek|zdjecie|bilde|billede|kuva|изображение|картинка|фото|图片|图像|画像|写真|이미지").split("|"));
  const VAGUE = /^(logo|icon|banner|chart|graph|diagram|map|screenshot|screen shot|illustration|figure|avatar|thumbnail|infographic|header|hero|cover|symbol|clip ?art|drawing|arrow|background|slide|video|portrait|headshot|profile( picture| photo)?)( ?\d+)?$/;
  const LEADS_NOWHERE = /^(banner|icon|thumbnail|hero|background|slide|symbol|clip ?art)( ?\d+)?$/;
  const isAloneInLink = image => {
    const link = cc.closest(image, "a[href]");
    return !!link && !cc.hasLetters(cc.text(link)) && cc.plain(cc.name(link)) === cc.plain(cc.name(image)) && !cc.squeeze(cc.description(link));
  };
  const EXTENSION = /\.(jpe?g|jfif|png|gif|svgz?|webp|avif|bmp|tiff?|ico|heic|psd)$/i;
  const CAMERA = /^(img|dsc[nf]?|pxl|dcim|mvimg|image|photo|picture|pict|pic|screenshot|screen[ _-]shot|scan|unnamed|untitled|wp|cimg|p)[ _-]?\d{3,}[\w ().-]*$/i;
  const SPACER = /(^|[\/_-])(spacer|blank|clear|clearpixel|pixel|shim|transparent|transp|1x1|dot_?clear|trans)([_-]?\d+(x\d+)?)?\.(gif|png|webp|svg)([?#]|$)/i;
  const baseName = source => { try { return decodeURIComponent(new URL(source, document.baseURI).pathname.split("/").at(-1)); } catch { return ""; } };
  const sourceOf = image => image.getAttribute("src") ?? image.getAttribute("href") ?? image.getAttribute("data") ?? "";
  const textAround = image => {
    const box = cc.closest(image, "figure,li,td,th,dd,p,a") ?? cc.blockOf(image);
    return cc.plain(cc.visibleText(box, part => part === image));
  };
  const pageText = cc.once(() => cc.plain(`${document.title} ${document.body?.textContent ?? ""} ${cc.all("[alt],[aria-label],[title]").map(cc.name).join(" ")}`).replaceAll(" ", ""));
  const found = [], byName = new Map();
  for (const image of cc.elements) {
    if (!image.matches("img,input[type=image],area,svg,object,embed,canvas,[role=img],[role=image]")) continue;
    const isEmpty = image.localName === "img" && image.alt === "" && !image.hasAttribute("aria-label") && !image.hasAttribute("aria-labelledby") && !cc.squeeze(cc.name(image));
    if (!cc.isExposed(image) && !(isEmpty && image.hasAttribute("alt"))) continue;
    const name = cc.squeeze(cc.name(image)), plain = cc.plain(name);
    const box = cc.rect(image), source = sourceOf(image), file = baseName(source);
    // A spacer of one pixel is not seen, but its name is heard.
    const isDot = image.localName === "img" && box.width <= 3 && box.height <= 3 && /^(spacer|blank|bullet|divider|separator|image|line|transparent)$/.test(plain);
    if (image.localName !== "area" && !image.matches("input") && !isDot && !cc.seen(image) && !(box.width === 0 && box.height === 0)) continue;
    if (isEmpty) {
      // A logo alone, of something that the page names nowhere.
      const brand = file.toLowerCase().match(/^([a-z0-9]{2,})[-_.]?logo\b|\blogo[-_]([a-z0-9]{3,})\b/)?.slice(1).find(Boolean);
      const isNamed = brand && pageText().includes(brand);
      if (brand && !isNamed && box.width >= 24 && !/^(main|site|header|footer|page|top|new|old|our|my|the|small|large|big|white|black|dark|light|color|colour|company|brand|full|text|img|image|v?\d+)$/.test(brand) &&
          !cc.hasLetters(textAround(image)) && !cc.closest(image, "a,button,[role=link],[role=button]")) {
        found.push(cc.found(image, `the logo ${cc.quoted(file)} has an empty alternative, and no text says whose logo it is`, { act: ["e88epe"] }));
        continue;
      }
      const isBig = box.width >= 240 && box.height >= 160;
      if (isBig && !cc.closest(image, "a,button,figure,[role=link],[role=button]") && source) {
        found.push(cc.found(image, "Does this large image tell anything that the text does not? Its alternative is empty.", { level: "review", act: ["e88epe"] }));
      }
      continue;
    }
    if (!name) continue;   // missing names: axe
    const message = why => `the alternative ${cc.quoted(name)} of this image ${why}`;
    if (SPACER.test(source)) {
      found.push(cc.found(image, message("is read out, but the image is only a spacer (alt must be empty)"), { act: [] }));
      continue;
    }
    const bare = file.replace(/\.\w+$/, "");
    const isFile = EXTENSION.test(name) || CAMERA.test(name) && !/\s[a-z]{3,}/i.test(name) ||
      name.length > 3 && name === bare && /[_\d]|[a-z]-[a-z]/.test(name) && !/\s/.test(name) || /^(https?:)?\/\/\S+$/.test(name);
    if (isFile) {
      const isAboutFile = textAround(image).includes(cc.plain(name.replace(EXTENSION, ""))) || /\b(file|download|datei|fichier)\b/.test(textAround(image));
      found.push(isAboutFile ? cc.found(image, `${message("is a file name")}; is the file what the page is about?`, { level: "review", act: ["9eb3f6"] })
        : cc.found(image, message("is a file name, not a text alternative"), { act: ["9eb3f6"] }));
    } else if (NOTHING.has(plain) || /^(enter|insert|add|type|put|write)( your| an?| the| some)? (image |photo |picture )?(alt|alternative|image|photo|picture|description|text|caption)( ?text| description| caption| here)*$/.test(plain)) {
      found.push(cc.found(image, message("says nothing about the image")));
    } else if (!plain && !/\p{L}|\p{N}|\p{Emoji_Presentation}|[→←↑↓✓✔★☆+×÷=<>≤≥€$£%&@#©®™]/u.test(name)) {
      const isFace = /^[:;=8xX]['’]?[-o^]?[)(DPpO3|\\/*\]]$|^<3$|^[\^-]_[\^-]$/.test(name);
      found.push(isFace ? cc.found(image, `${message("is only a sign")}; does one hear what it stands for?`, { level: "review" }) : cc.found(image, message("is only a sign")));
    } else if (LEADS_NOWHERE.test(plain) && isAloneInLink(image)) {
      found.push(cc.found(image, message("names the kind of image only, and is all that its link says"), { wcag: ["1.1.1", "2.4.4"] }));
    } else if (VAGUE.test(plain)) {
      found.push(cc.found(image, `${message("names the kind of image only")}; what does it show?`, { level: "review" }));
    } else if (/^(image|picture|photo|photograph|graphic|icon|bild|photo) (of|showing|depicting|von|de) /.test(plain)) {
      found.push(cc.found(image, `${message("begins with what screen readers say anyway (“image”)")}`, { level: "advice" }));
    } else if (name.length > 250) {
      found.push(cc.found(image, `${message(`has ${name.length} letters`)}: a long description reads better as text beside the image`, { level: "advice" }));
    } else if (image.matches("img,[role=img],svg") && plain.length > 3 && ` ${textAround(image)} `.includes(` ${plain} `)) {
      found.push(cc.found(image, `${message("repeats the text beside it")}: people hear it twice`, { level: "advice" }));
    }
    if (image.localName === "img" && !cc.closest(image, "a,button") && plain.length > 3) {
      const same = byName.get(plain) ?? byName.set(plain, new Set()).get(plain);
      same.add(file);
      if (same.size === 3) found.push(cc.found(image, `three different images have the same alternative ${cc.quoted(name)}; does each say what it shows?`, { level: "review" }));
    }
  }
  // A row of the same small images, all silent, in a box that is called a rating and says nothing else.
  const RATING = /(^|[\s_-])(rating|ratings|stars|star-?rating|score)([\s_-]|$)/i;
  for (const box of cc.all("[class*=rat],[class*=star],[class*=score],[id*=rat],[id*=star],[id*=score]")) {
    if (!RATING.test(box.getAttribute("class") ?? "") && !RATING.test(box.id) || !cc.seen(box) || cc.closest(box, "[aria-hidden=true]")) continue;
    const stars = [...box.children];
    const isStar = part => part.localName === "img" && part.alt === "" && part.hasAttribute("alt") && cc.rect(part).width <= 48 && cc.rect(part).width > 4 && cc.seen(part);
    if (stars.length < 2 || !stars.every(isStar) || stars.some(part => cc.name(part)) || cc.hasLetters(box.textContent) || /\d/.test(box.textContent) || cc.name(box) || cc.description(box) || cc.closest(box, "a,button,label,[role=img],[aria-label]")) continue;
    const around = cc.parent(box) && !cc.parent(box).matches("main,body,section") ? cc.parent(box).textContent : "";
    if (/\d([.,]\d)?\s*(\/|of|out of|von|sur|de|stars?|sterne|étoiles|points?|%)/i.test(around) || /\b(one|two|three|four|five) (stars?|of|out of)\b/i.test(around) || /rat(ed|ing)\W{0,3}\d/i.test(around)) continue;
    found.push(cc.found(stars[0], `a row of ${stars.length} images with empty alternatives is all there is of a rating: nobody hears it`));
  }
  return found;
}
