// Opens page.html, which is in the directory of this script, in a browser as its readers do, and compares what they see
// with page.json: browse.mjs DIRECTORY, where a picture of the page is left if something is wrong.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const here = dirname(fileURLToPath(import.meta.url));
const url = pathToFileURL(join(here, "page.html")).href;
const talks = JSON.parse(readFileSync(join(here, "page.json")));
const axe = readFileSync(join(here, "node_modules/axe-core/axe.min.js"), "utf8");

const find = (name) => {
  try {
    return execFileSync("which", [name], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
};
const executablePath = find("chromium") ?? find("google-chrome");
assert(executablePath, "needs chromium or google-chrome");
// Chromium refuses to run as root with its sandbox.
const args = process.getuid() === 0 ? ["--no-sandbox"] : [];
const browser = await puppeteer.launch({ executablePath, args });
const page = await browser.newPage();

const heard = [];
page.on("console", (message) => heard.push(`console: ${message.text()}`));
page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
page.on("request", (request) => request.url().split("#")[0] === url || heard.push(`request: ${request.url()}`));

/** Returns the IDs of the sections that are shown. */
const shown = () => page.$$eval("article", (all) => all.filter((it) => it.checkVisibility()).map((it) => it.id));
const filter = async (words) => {
  await page.$eval("input", (input) => (input.value = ""));
  await page.type("input", words);
  await page.$eval("input", (input) => input.dispatchEvent(new Event("input")));
};
const open = async (hash = "") => {
  await page.goto("about:blank");
  heard.length = 0;
  await page.goto(url + hash);
};
const isInView = (id) =>
  page.$eval(`[id="${id}"]`, (it) => Math.abs(it.getBoundingClientRect().top) < innerHeight / 2);

async function looksRight() {
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const width of [320, 768, 1280]) {
      await page.setViewport({ width, height: 800 });
      await open();
      await page.$$eval("details", (all) => all.forEach((it) => (it.open = true)));
      const size = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert(size[0] <= size[1], `${width}: the page is ${size[0]} wide`);
      const picture = await page.$("svg");
      if (picture) assert.equal((await picture.boundingBox()).width, 720);
      await page.evaluate(axe);
      const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const found = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules }), rules);
      const violations = found.violations.map((it) => `${it.id}: ${it.nodes[0].html}`);
      assert.deepEqual(violations, [], `axe, ${width}, ${scheme}`);
      assert.deepEqual(heard, []);
    }
  }
}

async function holdsTheData() {
  await open();
  const read = await page.$$eval("article", (articles) => {
    const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
    const texts = (article, selector) => [...article.querySelectorAll(selector)].map(text);
    return articles.map((article) => ({
      id: article.id,
      title: text(article.querySelector("h3")).replace(/ #$/, ""),
      speakers: texts(article, ".speakers a"),
      gist: texts(article, ".gist")[0] ?? null,
      summary: texts(article, ".summary"),
      abstract: texts(article, "blockquote p"),
      topics: texts(article, ".topics a"),
      rest: texts(article, "dl, .notes li").join("\n"),
      urls: [...article.querySelectorAll("a[rel]")].map((link) => link.getAttribute("href")),
    }));
  });
  const one = (text) => text.replace(/\s+/g, " ").trim();
  const paragraphs = (text) => text?.split("\n\n").map(one) ?? [];
  for (const [n, talk] of talks.entries()) {
    const { rest, urls, ...values } = read[n];
    assert.deepEqual(values, {
      id: talk.id,
      title: one(talk.display_title),
      speakers: talk.speakers.map(one),
      gist: talk.gist && one(talk.gist),
      summary: paragraphs(talk.summary),
      abstract: paragraphs(talk.abstract),
      topics: talk.topics,
    });
    const told = [
      ...talk.notes.map((note) => note.text),
      ...talk.outcome.map((outcome) => `${outcome.date ?? "undated"}: ${outcome.text}`),
      ...[...talk.coverage, ...talk.links].map((link) => link.title),
    ];
    for (const text of told) assert(rest.includes(one(text)), `${talk.id}: ${text}`);
    const linked = [...talk.notes, ...talk.outcome, ...talk.coverage, ...talk.links].map((it) => it.url);
    for (const to of [...linked, ...talk.sources, talk.slides_url]) assert(!to || urls.includes(to), `${talk.id}: ${to}`);
  }
  assert.equal(read.length, talks.length);
}

async function leadsWhereItSays() {
  await page.setViewport({ width: 768, height: 600 });
  const last = talks.at(-1).id;
  await open(`#${last}`);
  assert(await isInView(last));
  await open();
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => [document.activeElement.className, document.activeElement.id]);
  assert.deepEqual(await focused(), ["skip", ""]);
  assert((await (await page.$(".skip")).boundingBox()).x >= 0, "the focused link is in view");
  await page.keyboard.press("Enter");
  assert.deepEqual(await focused(), ["", "page.main"]);
}

async function filters() {
  await open();
  const all = talks.map((talk) => talk.id);
  const talk = talks.find((talk) => talk.notes.length > 0);
  const words = talk.notes.at(-1).text.toUpperCase().split(/\s+/).slice(-4).join(" ");
  await filter(words);
  const left = await shown();
  assert(left.includes(talk.id) && left.length < all.length, words);
  assert.equal(await page.$eval("output", (it) => it.textContent), `${left.length} of ${all.length} sessions`);
  assert.equal(await page.$$eval("article details[open]", (it) => it.length), 0, "notes stay closed");
  assert.equal(page.url(), url);
  const summary = await page.$(`[id="${talk.id}"] .notes summary`);
  await summary.click();
  assert(await page.$eval(`[id="${talk.id}"] .notes li`, (it) => it.checkVisibility()), "notes open");
  await filter("qzx no such words");
  assert.deepEqual(await shown(), []);
  await filter(" ");
  assert.deepEqual(await shown(), all);
  assert.equal(await page.$eval("output", (it) => it.textContent), "");
  await filter(talk.id);
  assert.match(await page.$eval("output", (it) => it.textContent), /^\d+ of \d+ sessions$/);
  // An address that is typed, and then a link to the same section, show everything again if the filter hides it.
  const follow = [
    (id) => page.evaluate((id) => void (location.hash = id), id),
    (id) => page.$eval(`article:not([hidden]) a[href="#${id}"]`, (link) => link.click()),
  ];
  for (const go of follow) {
    const from = talks.find((talk) => talk.related.length > 0);
    await filter(from.display_title);
    const hidden = from.related.find((id) => all.includes(id));
    assert(!(await shown()).includes(hidden));
    await go(hidden);
    await page.waitForFunction(() => document.querySelector("input").value === "");
    assert.deepEqual(await shown(), all);
    assert(await isInView(hidden));
  }
  assert.deepEqual(heard, []);
}

async function worksWithoutScripts() {
  await page.setJavaScriptEnabled(false);
  await open();
  assert.deepEqual(await shown(), talks.map((talk) => talk.id));
  const box = () => page.$eval("search", (it) => it.checkVisibility());
  assert.equal(await box(), false);
  await page.setJavaScriptEnabled(true);
  await open();
  assert.equal(await box(), true);
  await page.emulateMediaType("print");
  assert.equal(await box(), false);
  assert(await page.$$eval("article li", (all) => all.every((it) => it.checkVisibility({ contentVisibilityAuto: true }))));
  await page.emulateMediaType("screen");
}

try {
  for (const check of [looksRight, holdsTheData, leadsWhereItSays, filters, worksWithoutScripts]) await check();
  console.log(`${await browser.version()}: a page of ${talks.length} sessions`);
} catch (error) {
  const path = join(process.argv[2], "page-that-failed.png");
  await page.screenshot({ path });
  console.error(error, `\nThe page is shown in ${path}.`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
