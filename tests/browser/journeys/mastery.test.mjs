// What one can do already and what follows from practice: testing out, competencies, the confirmation, one's own data.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { keyboard, pointer } from "../support/hands.mjs";
import { beginWithCode, hire } from "../support/newcomer.mjs";
import { PHONE, path, signIn, stage, twice } from "../support/stage.mjs";

const MODULE = "/modules/appreciative-communication";
const own = stage();

async function newcomer(t, options) {
  const admin = await own.device(t);
  await signIn(admin, "admin");
  await admin.waitForURL("**/today");
  const page = await own.device(t, options);
  await beginWithCode(page, await hire(admin));
  return page;
}

async function lena(t, options) {
  const page = await own.device(t, options);
  await signIn(page, "lena");
  await page.waitForURL("**/today");
  return page;
}

/** From the module to the questions, and back with what is known. */
async function testOut(page, hand) {
  await page.goto(MODULE);
  await hand.press(page.locator(`main a[href="${MODULE}/test-out"]`));
  await page.waitForURL(`**${MODULE}/test-out`);
  const questions = await page.locator("fieldset.question").count();
  assert.ok(questions >= 3, "every lesson asks something");
  await hand.press(page.locator("main button.primary"));
  await page.locator('[role="alert"] a').waitFor();
  await hand.pick(page.locator("fieldset.question").first().locator("input").first());
  await hand.press(page.locator("main button.primary"));
  await page.locator(".answers").first().waitFor();
  assert.equal(await page.locator(".answers").count(), 1, "what was answered is explained, what was left open is not");
  assert.ok((await page.locator("main section h2 a").count()) >= 3, "each lesson is a link away");
  await hand.press(page.locator("main a.primary"));
  await page.waitForURL(`**${MODULE}`);
  assert.equal(await page.locator(`main a[href="${MODULE}/test-out"]`).count(), 1, "the answers can be seen again");
  await page.goto(`${MODULE}/test-out`);
  assert.equal(await page.locator("fieldset.question").count(), 0, "but not given again");
}

twice(test, "A module's questions come first", async (t, javaScriptEnabled) => {
  await testOut(await newcomer(t, { viewport: PHONE, javaScriptEnabled }), pointer);
});

test("A module's questions come first, with the keyboard alone", async (t) => {
  await testOut(await newcomer(t), keyboard);
});

twice(test, "Why a competency stands where it does", async (t, javaScriptEnabled) => {
  const page = await lena(t, { viewport: PHONE, javaScriptEnabled });
  await page.goto("/progress");
  await page.locator('main nav a[href="/competencies"]').click();
  await page.waitForURL("**/competencies");
  const lines = page.locator(".lines li");
  assert.equal(await lines.count(), 12);
  for (const line of await lines.all()) assert.ok(await line.locator("span").innerText(), "each stands in words");
  await lines.first().locator("a").click();
  await page.waitForURL("**/competencies/*");
  assert.ok(await page.locator("#why").innerText());
  assert.ok((await page.locator("#why ~ table tbody tr").count()) >= 1, "the very evidence");
  const picture = page.locator("figure svg");
  assert.equal(await picture.getAttribute("aria-hidden"), "true", "what is drawn stands in a table, too");
  await page.locator("figure summary").click();
  assert.equal(await page.locator("figure tbody tr").count(), 26);
  await page.locator("#next ~ ul a").first().click();
  assert.match(path(page), /\/drills\//, "and what to practise is a tap away");
});

test("The confirmation is one sheet of paper", async (t) => {
  const page = await lena(t);
  await page.goto("/confirmation");
  assert.ok(await page.locator("article").innerText());
  await page.emulateMedia({ media: "print" });
  for (const part of [".top nav", ".foot", "main nav", ".screen"]) assert.equal(await page.locator(part).first().isVisible(), false, part);
  assert.equal(await page.locator("article h1").isVisible(), true);
});

test("One's own data are taken along", async (t) => {
  const page = await lena(t);
  await page.goto("/my-data");
  for (const [name, holds] of [["/my-data.html", /<h1>/], ["/my-data.json", /"attempts"/]]) {
    const downloading = page.waitForEvent("download");
    await page.locator(`main a[href="${name}"]`).click();
    const file = await readFile(await (await downloading).path(), "utf8");
    assert.match(file, holds);
    assert.match(file, /Lena/);
  }
});
