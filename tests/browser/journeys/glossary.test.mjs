// A term in a lesson: explained on tap, by keyboard, with and without scripts, and found again among all terms.
import assert from "node:assert/strict";
import { test } from "node:test";

import { axeFaults } from "../support/checks.mjs";
import { PHONE, chooseLanguage, path, signIn, stage, twice } from "../support/stage.mjs";

const STEP = "/modules/genuine/lessons/acting?step=2";
const own = stage();

async function begin(t, options) {
  const page = await own.device(t, { viewport: PHONE, locale: "en-GB", ...options });
  await signIn(page, "lena");
  await page.waitForURL("**/today");
  await chooseLanguage(page, "en-GB");
  await page.goto(STEP);
  return page;
}

twice(test, "A term is explained on tap and found among all terms", async (t, javaScriptEnabled) => {
  const page = await begin(t, { javaScriptEnabled });
  const term = page.getByRole("button", { name: "surface acting" });
  const note = page.locator("#term-surface-acting");
  assert.equal(await page.getByRole("button", { name: "surface acting" }).count(), 1, "marked once, where it comes first");
  assert.equal(await note.isVisible(), false);
  await term.click();
  await note.getByText("Showing a feeling that you do not have").waitFor();
  await page.locator("h1").click();
  await note.waitFor({ state: "hidden" });
  await term.click();
  await note.getByRole("link", { name: "All terms" }).click();
  await page.waitForURL("**/glossary#surface-acting");
  const listed = page.locator("dt#surface-acting + dd");
  assert.match(await listed.innerText(), /^Showing a feeling that you do not have/);
  await listed.getByRole("link", { name: "Two ways of acting" }).click();
  await page.waitForURL("**/modules/genuine/lessons/acting");
});

test("A term is explained by keyboard, and the reader stays where they were", async (t) => {
  const page = await begin(t, {});
  const term = page.getByRole("button", { name: "deep acting" });
  await term.focus();
  await page.keyboard.press("Enter");
  await page.locator("#term-deep-acting:popover-open").waitFor();
  assert.deepEqual(await axeFaults(page), []);
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(":focus").innerText(), "All terms", "what is explained comes next");
  await page.keyboard.press("Escape");
  await page.locator("#term-deep-acting").waitFor({ state: "hidden" });
  assert.equal(await page.locator(":focus").innerText(), "deep acting");
});

test("The explanation leaves its word in sight and fits a small screen", async (t) => {
  const page = await begin(t, {});
  for (const width of [320, 390, 1200]) {
    await page.setViewportSize({ width, height: 700 });
    const term = page.getByRole("button", { name: "deep acting" });
    await term.scrollIntoViewIfNeeded();
    await term.click();
    const [word, note] = [await term.boundingBox(), await page.locator("#term-deep-acting").boundingBox()];
    assert.ok(note.x >= 0 && note.x + note.width <= width, `${width}: ${JSON.stringify(note)}`);
    assert.ok(note.y >= word.y + word.height || note.y + note.height <= word.y, `${width}: it covers the word`);
    await page.keyboard.press("Escape");
  }
});

test("The catalogue leads to all terms", async (t) => {
  const page = await begin(t, {});
  await page.goto("/modules");
  await page.getByRole("link", { name: "All terms" }).click();
  await page.waitForURL("**/glossary");
  assert.equal(path(page), "/glossary");
  assert.ok((await page.locator(".glossary dt").count()) >= 25);
});
