"""HTML_CodeSniffer (BSD-3-Clause): the rules that axe and our probes lack."""

from a11y_tests.engines.other import HERE, Engine

# A code is "WCAG2AAA.Principle1.Guideline1_3.1_3_1.H43.IncorrectAttr": the part after the guideline is the rule, the
# part before that the sniff that it belongs to. Only the sniffs that are needed run.
RUN = """names => new Promise(done => {
  // Some sentences are missing in its catalogue, and it stumbles over them.
  globalThis.curbcutWords ??= HTMLCS.getTranslation;
  HTMLCS.getTranslation = text => globalThis.curbcutWords.call(HTMLCS, text) ?? text;
  globalThis.curbcutSniffs ??= HTMLCS_WCAG2AAA.sniffs;
  const needed = sniff => names === null || names.some(name => sniff.split(".").pop() === name.split(".")[0]);
  HTMLCS_WCAG2AAA.sniffs = globalThis.curbcutSniffs.filter(sniff => typeof sniff === "string" && needed(sniff));
  HTMLCS.process("WCAG2AAA", document, () => done(HTMLCS.getMessages()
    .filter(each => each.type !== HTMLCS.NOTICE)
    .map(each => ({ ...each, element: each.element?.nodeType === 1 ? each.element : document.documentElement }))
    .map(each => ({
      rule: each.code.replace(/^[^.]+[.]Principle\\d[.]Guideline\\d_\\d+[.]/, ""), message: each.msg,
      element: cc.element(each.element), isSure: each.type === HTMLCS.ERROR,
    }))), () => done([]), "en");
})"""
HTMLCS = Engine(
    name="htmlcs",
    title="HTML_CodeSniffer",
    file=HERE / "html_codesniffer" / "HTMLCS.js",
    is_there="!!globalThis.HTMLCS",
    run=RUN,
)
