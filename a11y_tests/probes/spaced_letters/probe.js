// F32: “W E L C O M E”, and letters one below the other by line breaks.
cc => {
  const found = [];
  const isWord = letters => {
    const word = letters.join("").toLowerCase();
    const sorted = [...word].every((letter, i) => i === 0 || letter >= word[i - 1]);
    const isShape = new Set(word).size >= 3 && !sorted;
    if (/\p{Script=Latin}/u.test(word)) return word.length >= 4 && isShape && /[aeiouyäöüàáâéèêíóúåøæı]/.test(word) && /[^aeiouyäöüàáâéèêíóúåøæı]/.test(word) && !/[^aeiouyäöüàáâéèêíóúåøæı]{5}/.test(word);
    return word.length >= 4 && isShape;
  };
  for (const block of cc.blocks()) {
    const element = block.element;
    const hasRun = /(?:^|\s)\S\s+\S\s+\S\s+\S(?:\s|$)/.test(block.text);
    if (!hasRun && block.lines.length < 4 || cc.isCode(element) || cc.inside(element, "[aria-hidden=true],table,svg")) continue;
    for (const part of block.parts) {
      if (cc.isCode(part.element)) continue;
      for (const run of part.text.matchAll(/(?<![\p{L}\p{N}'’.])\p{L}(?:[\s\u00a0\u2000-\u200a\u3000]+\p{L}){3,}(?![\p{L}\p{N}'’.])/gu)) {
        const letters = run[0].split(/\s+/);
        const isOneCase = letters.every(letter => letter === letter.toUpperCase()) || letters.slice(1).every(letter => letter === letter.toLowerCase());
        const isCjk = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(run[0]);
        if (isCjk || !isOneCase || !isWord(letters)) continue;
        // Single letters that are words of their own, “a i o u”: lower case needs a longer run.
        const isLower = letters[0] === letters[0].toLowerCase() && letters[0] !== letters[0].toUpperCase();
        if (letters.length < 5 && letters[0] === letters[0].toLowerCase()) continue;
        // Nobody can say them as a word: they are the variables of a formula, “size d p q a b c”.
        if (isLower && /\p{Script=Latin}/u.test(run[0]) && /^(?!s|[tcpw]h)[^aeiouyäöüàáâéèêíóúåøæı]{3}/.test(letters.join(""))) continue;
        found.push(cc.found(part.element, `the word “${run[0]}” is spread out with spaces: screen readers spell it letter by letter`));
      }
    }
    const single = block.lines.filter(line => /^\p{L}$/u.test(line));
    if (single.length >= 4 && single.length === block.lines.length && isWord(single)) {
      found.push(cc.found(element, `the letters “${single.join(" ")}” stand below each other by line breaks: they are read one by one, not as a word`));
    }
  }
  return found;
}
