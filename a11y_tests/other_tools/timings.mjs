// Reads addresses (one a line); writes one line of JSON for each tool: seconds, and how many findings it had.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const urls = [];
for await (const url of createInterface({ input: process.stdin })) urls.push(url);
const args = process.env.FLAGS.split("\n");
const options = { executablePath: process.env.CHROMIUM, args };
const tell = (tool, started, findings) =>
  console.log(JSON.stringify({ tool, pages: urls.length, seconds: (performance.now() - started) / 1000, findings }));

const load = async name => { try { return (await import(name)).default; } catch (error) { console.log(JSON.stringify({ tool: name, error: String(error.message) })); return null; } };
const pa11y = await load("pa11y");
if (pa11y) {
  const browser = await puppeteer.launch(options);
  const started = performance.now();
  let findings = 0;
  for (const url of urls) findings += (await pa11y(url, { browser, runners: ["htmlcs"] })).issues.length;
  tell("pa11y", started, findings);
  await browser.close();
}
const lighthouse = await load("lighthouse");
if (lighthouse) {
  const browser = await puppeteer.launch(options);
  const started = performance.now();
  let findings = 0;
  for (const url of urls) {
    const page = await browser.newPage();
    const result = await lighthouse(url, { onlyCategories: ["accessibility"], output: "json", logLevel: "error" }, undefined, page);
    findings += Object.values(result.lhr.audits).filter(audit => audit.score === 0).length;
    await page.close();
  }
  tell("lighthouse", started, findings);
  await browser.close();
}
