// Reads addresses (one a line) from standard input; writes one line of JSON for each page: what each engine has found.
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";
import { Audit } from "@siteimprove/alfa-act";
import { Device } from "@siteimprove/alfa-device";
import { Node } from "@siteimprove/alfa-dom";
import { Native } from "@siteimprove/alfa-dom/native.js";
import { Request, Response } from "@siteimprove/alfa-http";
import rules from "@siteimprove/alfa-rules";
import { Page } from "@siteimprove/alfa-web";

const require = createRequire(import.meta.url);
const ACE = readFileSync(require.resolve("accessibility-checker-engine/ace.js"), "utf-8");
const HTMLCS = readFileSync(require.resolve("html_codesniffer/build/HTMLCS.js"), "utf-8");

const ibm = page => page.evaluate(async () => {
  const report = await new ace.Checker().check(document, ["WCAG_2_2"]);
  return report.results.filter(one => one.value[1] !== "PASS").map(one => ({
    rule: one.ruleId, sure: one.value[0] === "VIOLATION" && one.value[1] === "FAIL", message: one.message, place: one.path.dom,
  }));
});
const codesniffer = page => page.evaluate(() => new Promise(done => {
  HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages().filter(one => one.type !== HTMLCS.NOTICE).map(one => ({
    rule: one.code, sure: one.type === HTMLCS.ERROR, message: one.msg,
    place: one.element?.id ? `#${one.element.id}` : one.element?.outerHTML?.slice(0, 80) ?? "",
  }))));
}));
const alfa = async page => {
  const handle = await page.evaluateHandle(() => window.document);
  const json = await page.evaluate(Native.fromNode, handle, { withCrossOrigin: true });
  const input = Page.of(Request.empty(), Response.empty(), Node.from(json, Device.standard()), Device.standard());
  const outcomes = await Audit.of(input, rules).evaluate();
  return [...outcomes].map(one => one.toJSON()).filter(one => one.outcome === "failed" || one.outcome === "cantTell").map(one => ({
    rule: one.rule.uri.split("/").pop(), sure: one.outcome === "failed",
    message: Object.values(one.expectations ?? {}).flatMap(([, each]) => each?.type === "err" ? [each.error.message] : []).join("; "),
    place: one.target?.type ? `${one.target.name ?? one.target.type} ${(one.target.attributes ?? []).map(each => `${each.name}=${each.value}`).join(" ")}`.slice(0, 120) : "",
  }));
};

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: process.env.FLAGS.split("\n") });
for await (const url of createInterface({ input: process.stdin })) {
  const found = { url };
  for (const [name, run, script] of [["ibm", ibm, ACE], ["htmlcs", codesniffer, HTMLCS], ["alfa", alfa, ""]]) {
    const page = await browser.newPage();
    try {
      await page.setBypassCSP(true);
      await page.setViewport({ width: 1280, height: 800 });
      await page.goto(url, { waitUntil: "load" });
      if (script) await page.addScriptTag({ content: script });
      found[name] = await run(page);
    } catch (error) {
      found[name] = { error: String(error.message ?? error).split("\n")[0] };
    }
    await page.close();
  }
  console.log(JSON.stringify(found));
}
await browser.close();
