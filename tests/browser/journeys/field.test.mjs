// Lena means to try something with a real customer, says how it went, and hands in what stopped her; Eva reads what is published.
import assert from "node:assert/strict";
import { test } from "node:test";

import { keyboard, pointer } from "../support/hands.mjs";
import { PHONE, path, signIn, stage, twice } from "../support/stage.mjs";

const own = stage();

twice(test, "An intention on a phone", async (t, javaScriptEnabled) => {
  await practise(await own.device(t, { viewport: PHONE, javaScriptEnabled, hasTouch: true }), pointer);
});

test("An intention with the keyboard alone", async (t) => {
  await practise(await own.device(t), keyboard);
});

async function practise(page, hand) {
  const deed = `schaue ich auf und nicke ${Date.now()}`;
  await signIn(page, "lena");
  await page.waitForURL("**/today");
  await page.goto("/intentions");
  await hand.press(page.locator("main .primary"));
  await page.waitForURL("**/intentions/new");
  await hand.write(page.locator("#condition"), "Wenn jemand wartet,");
  await hand.press(page.locator("main button.primary"));
  await page.locator("#deed-error").waitFor();
  assert.equal(await page.locator("#condition").inputValue(), "Wenn jemand wartet,", "what was typed is kept");
  await hand.write(page.locator("#deed"), deed);
  await hand.press(page.locator("main button.primary"));
  await page.locator('main [role="status"]').waitFor();
  const intention = path(page);
  assert.match(await page.locator("main blockquote").innerText(), new RegExp(`^Wenn jemand wartet, dann ${deed}\\.$`));

  // One tap; the rest is open to whoever likes.
  await hand.press(page.locator('button[value="not-yet"]'));
  await page.locator("#obstacle").waitFor();
  await hand.write(page.locator("#obstacle"), "Am Samstag waren wir zu zweit.");
  await hand.press(page.locator('form[action="/api/field/keep-words"] button'));
  await handIn(page, hand, intention);

  await hand.press(page.locator('form[action="/api/field/let-intention-go"] button'));
  await page.waitForURL("**done=let-go");
  assert.equal(await page.locator('form[action="/api/field/let-intention-go"]').count(), 0);
  await page.goto("/intentions");
  assert.equal(await page.locator("#past + ul li", { hasText: deed }).count(), 1, "it rests in the list");
  assert.equal(await page.locator("#open + ul li", { hasText: deed }).count(), 0);
}

async function handIn(page, hand, intention) {
  await hand.press(page.locator(`main a[href="${intention}/obstacle"]`));
  await page.waitForURL("**/obstacle");
  assert.equal(await page.locator("#text").inputValue(), "Am Samstag waren wir zu zweit.");
  assert.ok((await page.locator("main ul li").count()) >= 4, "says what happens with it");
  await hand.write(page.locator("#text"), "Samstags sind wir zu wenige.");
  await hand.press(page.locator("main button.primary"));
  await page.waitForURL("**done=handed-in");
  assert.equal(await page.locator("#obstacle").inputValue(), "", "one's own note is gone");
  assert.equal(await page.locator('main a[href$="/obstacle"]').count(), 0, "and nothing is left to hand in");
}

test("A leader reads what stopped people, and nothing of this week", async (t) => {
  const page = await own.device(t);
  await signIn(page, "eva");
  await page.waitForURL("**/today");
  await page.goto("/uptake");
  await page.locator('main a[href="/uptake/obstacles"]').click();
  await page.waitForURL("**/uptake/obstacles");
  const words = await page.locator("main").innerText();
  assert.ok((await page.locator(".voices li").count()) >= 8);
  assert.match(words, /Zürich/);
  assert.doesNotMatch(words, /Wien/, "too few to be shown");
  assert.doesNotMatch(words, /Samstags sind wir zu wenige/, "the week is not closed");
  assert.doesNotMatch(words, /Lena|Hofmann/);
});
