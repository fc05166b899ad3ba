"""IBM's Equal Access engine (accessibility-checker-engine, Apache-2.0): the rules that axe and our probes lack."""

from a11y_tests.engines.other import HERE, Engine

# A rule set of our own keeps the engine from running all of its rules.
RUN = """async names => {
  const checker = new ace.Checker();
  if (names) {
    const needed = new Set();  // a rule runs only after those that it depends on
    const need = id => {
      if (needed.has(id)) return;
      needed.add(id);
      (checker.engine.getRule(id).dependencies ?? []).forEach(need);
    };
    names.forEach(name => need(name.split(":")[0]));
    const rules = [...needed].map(id => ({ id, level: "VIOLATION" }));
    checker.addGuideline({ id: "CURBCUT", name: "Curbcut", checkpoints: [{ num: "1", rules }] });
  }
  const { results } = await checker.check(document, [names ? "CURBCUT" : "WCAG_2_2"]);
  return results.filter(each => each.value[1] !== "PASS" && each.node?.nodeType === 1).map(each => ({
    rule: `${each.ruleId}:${each.reasonId}`, message: each.message, element: cc.element(each.node),
    isSure: each.value[0] === "VIOLATION" && each.value[1] === "FAIL",
  }));
}"""
IBM = Engine(
    name="ibm",
    title="IBM Equal Access",
    file=HERE / "accessibility-checker-engine" / "ace.js",
    is_there="!!globalThis.ace",
    run=RUN,
)
