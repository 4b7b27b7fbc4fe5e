// Cards: turned, answered honestly, one after another; by taps, by keys, without a network.
import assert from "node:assert/strict";
import { test } from "node:test";

import { pointer, keyboard } from "../support/hands.mjs";
import { beginWithCode, hire } from "../support/newcomer.mjs";
import { PHONE, islandReady, path, signIn, stage, twice, until } from "../support/stage.mjs";

const LESSONS = "/modules/appreciative-communication/lessons";
const ANSWER = "**/api/recall/answer";
const CARD = ".recall:not([hidden])";
const own = stage();

/** Somebody new who has read two lessons, so that three cards come today. */
async function newcomer(t, options) {
  const admin = await own.device(t);
  await signIn(admin, "admin");
  await admin.waitForURL("**/today");
  const page = await own.device(t, options);
  await beginWithCode(page, await hire(admin));
  await page.goto("/recall");
  await page.locator(`${CARD} h2`, { hasText: "Noch keine Karten" }).waitFor();
  for (const lesson of ["listening", "naming"]) {
    await page.goto(`${LESSONS}/${lesson}?step=99`);
    await page.locator("form.turn button, form .turn button").first().click();
    await page.waitForURL("**?read=*");
  }
  await page.goto("/recall");
  await islandReady(page);
  return page;
}

/** Counts what the server has taken in; the words on the page are those of the moment before for a moment. */
function countSaved(page) {
  let saved = 0;
  page.on("response", (response) => (saved += Number(response.url().includes("/api/recall/answer") && response.ok())));
  return (all) => until(() => saved === all, `${all} answers are saved`);
}

const front = (page) => page.locator(`${CARD} h2`).innerText();
const status = (page) => page.locator('main [role="status"]');
const enough = (page) => page.locator(`${CARD} h2`, { hasText: "Für heute genug" });

async function answer(page, hand, grade) {
  const before = await front(page);
  await hand.press(page.locator(`${CARD} summary`));
  await page.locator(`${CARD} .prose`).waitFor();
  await hand.press(page.locator(`${CARD} button[value="${grade}"]`));
  await until(async () => (await front(page)) !== before, "the next card");
}

twice(test, "A session from the first card to the last", async (t, javaScriptEnabled) => {
  const page = await newcomer(t, { viewport: PHONE, javaScriptEnabled });
  const saved = countSaved(page);
  for (const grade of ["again", "hard", "easy"]) await answer(page, pointer, grade);
  await enough(page).waitFor();
  if (javaScriptEnabled) await saved(3);
  await page.reload();
  await enough(page).waitFor();
  await page.locator("main a.primary").click();
  await page.waitForURL("**/today");
});

test("A session with the keyboard alone, without JavaScript", async (t) => {
  const page = await newcomer(t, { javaScriptEnabled: false });
  for (const grade of ["good", "good", "good"]) await answer(page, keyboard, grade);
  await enough(page).waitFor();
});

test("Keys 1 to 4 answer, once the card is turned", async (t) => {
  const page = await newcomer(t);
  const sent = [];
  page.on("request", (request) => request.url().includes("/api/recall/answer") && sent.push(new URLSearchParams(request.postData()).get("grade")));
  const first = await front(page);
  await page.locator(`${CARD} summary`).focus();
  await page.keyboard.press("3");
  assert.equal(await front(page), first, "nobody says how well they knew what they have not seen");
  for (const key of ["1", "4", "2"]) {
    const before = await front(page);
    await page.keyboard.press("Enter");
    await page.locator(`${CARD} .prose`).waitFor();
    await page.keyboard.press(key);
    await until(async () => (await front(page)) !== before, "the next card, ready to be turned");
  }
  await until(() => sent.length === 3, "all are sent");
  await status(page).getByText("Gespeichert.").waitFor();
  assert.deepEqual(sent, ["again", "easy", "hard"]);
});

test("An answer counts at once without a network, and is saved by itself later", async (t) => {
  const page = await newcomer(t);
  let isDown = true;
  await page.route(ANSWER, (route) => (isDown ? route.abort() : route.continue()));
  for (const grade of ["good", "good", "good"]) await answer(page, pointer, grade);
  await enough(page).waitFor();
  await status(page).getByText("Noch nicht gespeichert").waitFor();
  await page.locator("main a.primary").click();
  assert.equal(path(page), "/recall", "nobody leaves before it is saved");
  isDown = false;
  await page.waitForURL("**/today");
  await page.goto("/recall");
  await enough(page).waitFor();
});

test("A card that was answered on another device is told, and the others are saved", async (t) => {
  const page = await newcomer(t);
  const other = await page.context().newPage();
  await other.goto("/recall");
  await islandReady(other);
  await answer(other, pointer, "good");
  await status(other).getByText("Gespeichert.").waitFor();
  await answer(page, pointer, "again");
  await status(page).getByText("anderswo beantwortet").waitFor();
  const saved = countSaved(page);
  for (const grade of ["good", "good"]) await answer(page, pointer, grade);
  await saved(2);
  await page.reload();
  await enough(page).waitFor();
});

twice(test, "A pause is set and ended", async (t, javaScriptEnabled) => {
  const page = await newcomer(t, { javaScriptEnabled });
  await page.locator(".pause summary").click();
  await page.locator("#until").fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
  await page.locator(".pause button").click();
  await page.locator(`${CARD} h2`, { hasText: "Pause bis" }).waitFor();
  await page.locator(`${CARD} button`).click();
  await page.locator(`${CARD} summary`).waitFor();
});
