// Lena learns: the next step, a lesson to its end, a talk with a customer, and what it did.
import assert from "node:assert/strict";
import { test } from "node:test";

import { keyboard, pointer } from "../support/hands.mjs";
import { PASSWORD, PHONE, islandReady, path, signIn, stage, twice, until } from "../support/stage.mjs";

const MODULE = "/modules/appreciative-communication";
const LESSON = `${MODULE}/lessons/listening`;
const DRILL = `${MODULE}/drills/winter-coat`;
const own = stage();

twice(test, "An employee's day on a phone", async (t, javaScriptEnabled) => {
  const device = () => own.device(t, { viewport: PHONE, javaScriptEnabled, hasTouch: true });
  await day(await device(), device, pointer);
});

test("An employee's day with the keyboard alone", async (t) => {
  const device = () => own.device(t);
  await day(await device(), device, keyboard);
});

/** The whole of it; `another()` is a second device. */
async function day(page, another, hand) {
  await arrive(page, hand);
  await seeNextStep(page);
  await hand.press(page.locator('nav a[href="/modules"]'));
  await page.waitForURL("**/modules");
  await hand.press(page.locator(`main a[href="${MODULE}"]`).first());
  await page.waitForURL(`**${MODULE}`);
  await readLesson(page, another, hand);
  await rehearse(page, hand);
  await seeProgress(page, hand);
  await hand.press(page.locator('form[action="/api/people/sign-out"] button'));
  await page.waitForURL("**/sign-in");
  await page.goto("/progress");
  assert.equal(path(page), "/sign-in", "signed out is signed out");
}

async function arrive(page, hand) {
  await page.goto("/");
  assert.equal(path(page), "/sign-in");
  await hand.write(page.locator("#name"), "lena");
  await hand.write(page.locator("#password"), "not-this-one");
  await hand.press(page.locator("main button.primary"));
  await page.locator("#name-error").waitFor();
  assert.equal(await page.locator("#name").inputValue(), "lena", "what was typed is kept");
  assert.equal(await page.locator("#password").inputValue(), "", "but not the password");
  await hand.write(page.locator("#password"), PASSWORD);
  await hand.press(page.locator("main button.primary"));
  await page.waitForURL("**/today");
}

async function seeNextStep(page) {
  assert.equal(await page.locator("section.next .primary").count(), 1, "one clear next step");
  assert.equal(await page.locator("main .primary").count(), 1, "and nothing beside it as loud");
  assert.ok(await page.locator("section.next h2").innerText());
}

async function readLesson(page, another, hand) {
  await page.goto(`${LESSON}?step=1`);
  const thought = `Leg die Schere hin. <b>&amp; ${Date.now()}`;
  const last = await countSteps(page);
  for (let step = 1; step <= last; step++) {
    await page.locator("main", { hasText: await stepWords(page, step, last) }).waitFor();
    if (step === 3) await resumeElsewhere(page, another);
    await answerChecks(page, hand);
    const field = page.locator('textarea[name="text"]');
    if (await field.count()) await hand.write(field, thought);
    await hand.press(page.locator("form.turn button").first());
    await page.waitForURL(step < last ? `**${LESSON}?step=${step + 1}` : `**${MODULE}?read=listening`);
  }
  assert.equal(await page.locator('main [role="status"]').count(), 1, "says what has been read");
  await page.goto(`${LESSON}?step=${last}`);
  assert.equal(await page.locator('textarea[name="text"]').inputValue(), thought, "a reflection is still there, as it was typed");
}

async function stepWords(page, step, last) {
  return (await page.locator("html").getAttribute("lang")).startsWith("de") ? `Schritt ${step} von ${last}` : `Step ${step} of ${last}`;
}

async function countSteps(page) {
  return Number(/(\d+)\D*$/.exec(await page.locator(".head .meta").innerText())[1]);
}

/** On another device the lesson opens where it was left on this one. */
async function resumeElsewhere(page, another) {
  const here = await page.locator(".head .meta").innerText();
  const other = await another();
  await signIn(other, "lena");
  await other.waitForURL("**/today");
  await other.goto(LESSON);
  assert.equal(await other.locator(".head .meta").innerText(), here);
}

/** Answers what is asked on this step, or once more what was answered before, and reads about every answer. */
async function answerChecks(page, hand) {
  const again = page.locator('a[href*="again="]');
  if (await again.count()) await hand.press(again.first());
  const form = page.locator('form[action="/api/modules/answer-check"]');
  if (!(await page.locator(".answers").count()) && !(await form.count())) return;
  await form.waitFor();
  const options = await form.locator("input[type=radio], input[type=checkbox]").all();
  await hand.pick(options[0]);
  await hand.press(form.locator("button"));
  await page.locator(".answers").waitFor();
  assert.equal(await page.locator(".answers > li").count(), options.length);
  for (const answer of await page.locator(".answers > li").all()) {
    assert.ok(await answer.locator(".verdict").innerText(), "whether it fits");
    assert.ok((await answer.locator("div").innerText()).length > 20, "and why");
  }
}

async function rehearse(page, hand) {
  await page.goto(MODULE);
  await hand.press(page.locator(`main a[href="${DRILL}"]`).last());
  await page.waitForURL(`**${DRILL}`);
  await hand.press(page.locator("main .primary"));
  const { said, moods } = await talk(page, hand);
  assert.ok(said.length >= 2, "a talk has several turns");
  assert.ok(new Set(moods).size > 1, "the mood moves");
  const debrief = page.locator(".talk > li");
  await debrief.first().waitFor();
  assert.deepEqual(await page.locator(".talk .mine").allInnerTexts(), said, "the debrief quotes every sentence");
  for (const turn of await debrief.all()) assert.ok((await turn.locator(".prose").innerText()).length > 20, "and says what it did");
  const first = page.url();
  await hand.press(page.locator("main .primary"));
  await page.locator(".choices button").first().waitFor();
  assert.notEqual(page.url(), first, "trying again is a new attempt");
  assert.equal(await page.locator(".talk").count(), 0);
}

/** Chooses until the talk ends, and goes on to the debrief. */
async function talk(page, hand) {
  const [said, moods] = [[], []];
  const words = page.locator("blockquote.says");
  await words.waitFor();
  await islandReady(page);
  while (!(await page.locator(".talk").count())) {
    assert.ok(said.length < 20, "a talk ends");
    moods.push(await page.locator(".mood dl").innerText());
    const choice = page.locator(".choices button").first();
    if (!(await choice.count())) {
      await hand.press(page.locator("main .primary"));
      await page.locator(".talk").waitFor();
      break;
    }
    const before = await words.innerText();
    said.push(await choice.innerText());
    await hand.press(choice);
    // Another sentence of the customer's, at once or on the next page.
    await until(async () => (await words.innerText()) !== before, "the customer says something else");
  }
  return { said, moods };
}

async function seeProgress(page, hand) {
  await hand.press(page.locator('nav a[href="/progress"]'));
  await page.waitForURL("**/progress");
  assert.ok((await page.locator("main section").count()) >= 2);
  assert.ok(await page.locator("main li", { hasText: /Wertschätzend sprechen|Appreciative/ }).count(), "progress by module");
}
