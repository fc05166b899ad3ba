// F1: numbered steps that CSS puts into another order than the code's, and headings that the code has after their text.
cc => {
  const found = [];
  const NUMBER = /^(?:step|schritt|part|teil|étape|etape|paso|fase|phase|stage|chapter|kapitel|day|tag)?\s*(\d{1,2}|one|two|three|four|five|six|first|second|third|fourth|fifth|sixth)\b[.):,\s–-]/i;
  const WORDS = ["one", "two", "three", "four", "five", "six"], ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];
  const numberOf = text => { const match = text.match(NUMBER)?.[1]; return match ? (+match || Math.max(WORDS.indexOf(match.toLowerCase()), ORDINALS.indexOf(match.toLowerCase())) + 1) : 0; };
  const isMoved = parent => {
    const style = cc.style(parent);
    if (/reverse/.test(style.flexDirection) && /flex/.test(style.display) || /wrap-reverse/.test(style.flexWrap)) return true;
    return [...parent.children].some(child => { const own = cc.style(child); return own.order !== "0" || /absolute|fixed/.test(own.position) || own.position === "relative" && (own.top !== "auto" && own.top !== "0px" || own.left !== "auto" && own.left !== "0px") ||
      own.float === "right" || own.transform !== "none" || own.translate !== "none" || parseFloat(own.marginTop) < -20 || /grid/.test(style.display) && (own.gridRowStart !== "auto" || own.gridColumnStart !== "auto"); });
  };
  // A sentence that goes on from another one cannot be the first to be read.
  const GOES_ON = /^((and |but )?(then|next|after (that|this)|afterwards?|finally|lastly|in the end|however|therefore|moreover|furthermore|consequently|as a result|second(ly)?|third(ly)?|last of all)\b(?! to)|(they|he|she|it|we)( \p{L}+)?( then| also| finally| afterwards)\b|(dann|danach|anschließend|schließlich|zuletzt|ensuite|puis|enfin|luego|después|finalmente)\b)/iu;
  const isProse = part => cc.words(part.text).length >= 6 && !part.child.querySelector("img,input,button,select,video,svg");
  // Lines of running text, laid side by side in the rows of a table (F49).
  for (const table of cc.all("table")) {
    if (!cc.seen(table) || table.querySelector("th,table,input,button,select,[scope]")) continue;
    const rows = [...table.rows].map(row => [...row.cells].map(cell => cc.text(cell)));
    if (rows.length < 2 || rows[0].length < 2 || rows[0].length > 4 || rows.some(row => row.length !== rows[0].length) || rows.flat().some(text => cc.words(text).length < 3)) continue;
    const goesOn = column => rows.every((row, i) => /^["“„«]?\p{Lu}/u.test(row[column]) === (i === 0) && (i === 0 || /^\p{Ll}/u.test(row[column])) && /[.!?…]["”“»]?$/.test(row[column]) === (i === rows.length - 1));
    if (rows[0].every((_, column) => goesOn(column))) found.push(cc.found(table, `the sentences in the columns of this table go on from row to row: they are read across, as ${cc.quoted(`${rows[0][0]} ${rows[0][1]}`, 50)}`));
  }
  const parents = new Set(cc.blocks().flatMap(block => [cc.parent(block.element), cc.parent(cc.parent(block.element) ?? block.element)]).filter(Boolean));
  for (const parent of parents) {
    if (parent.children.length < 2 || parent.children.length > 60 || !isMoved(parent)) continue;
    const isRtl = cc.style(parent).direction === "rtl";
    const parts = [...parent.children].filter(child => cc.seen(child) && !/absolute|fixed/.test(cc.style(child).position) || cc.seen(child) && cc.words(child.textContent).length > 2)
      .map((child, index) => ({ child, index, box: cc.rect(child), text: cc.visibleText(child) })).filter(part => cc.hasLetters(part.text) || numberOf(`${part.text} `));
    if (parts.length < 2) continue;
    // Those that stand side by side, or below one another.
    const before = (a, b) => a.box.bottom <= b.box.top + 2 ? true : b.box.bottom <= a.box.top + 2 ? false :
      isRtl ? a.box.left >= b.box.right - 2 : a.box.right <= b.box.left + 2;
    const after = (a, b) => before(b, a);
    const shown = parts.toSorted((a, b) => before(a, b) ? -1 : after(a, b) ? 1 : a.index - b.index);
    if (shown.every((part, i) => part.index === parts[i].index)) continue;
    const numbers = shown.map(part => numberOf(`${part.text} `)), coded = parts.map(part => numberOf(`${part.text} `));
    const goesUp = list => list.length >= 2 && list.every((n, i) => n > 0 && (i === 0 || n > list[i - 1]));
    if (goesUp(numbers) && !goesUp(coded)) {
      found.push(cc.found(parent, `parts numbered ${numbers.join(", ")} on the screen stand in the order ${coded.join(", ")} in the code: that is how they are read out`));
      continue;
    }
    const swapped = parts.find(part => cc.isHeading(part.child) && parts.some(other => other.index < part.index && cc.words(other.text).length >= 15 &&
      !other.child.querySelector("h1,h2,h3,h4,h5,h6,[role=heading]") && other.box.top >= part.box.bottom - 2 && Math.abs(other.box.left - part.box.left) < 40));
    const isFirstHeading = swapped && !parts.some(other => other.index < swapped.index && cc.isHeading(other.child));
    if (isFirstHeading) {
      found.push(cc.found(swapped.child, `heading ${cc.quoted(swapped.text, 40)} is shown above its text but stands after it in the code`));
    } else if (parts[0] !== shown[0] && GOES_ON.test(parts[0].text) && !GOES_ON.test(shown[0].text) && parts.every(isProse) && parts.every(part => Math.abs(part.box.left - parts[0].box.left) < 40)) {
      found.push(cc.found(parent, `text ${cc.quoted(parts[0].text, 40)} goes on from what is shown above it, but stands before that in the code`));
    } else if (goesUp(coded) && numbers.every(Boolean)) {
      found.push(cc.found(parent, `Parts numbered ${coded.join(", ")} in the code are shown in the order ${numbers.join(", ")}: which is meant?`, { level: "review" }));
    } else if (parts.length >= 3 && parent !== document.body && (parts.every(isProse) || !parts.some(part => /absolute|fixed|sticky/.test(cc.style(part.child).position))) && shown.filter((part, i) => part.index !== parts[i].index && cc.words(part.text).length >= 8).length >= 2) {
      found.push(cc.found(parent, "CSS shows these parts in another order than the code has them; does the order of the code make sense too?", { level: "review" }));
    }
  }
  return found;
}
