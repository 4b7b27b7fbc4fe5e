// Karim asks a team and a person for something, changes and withdraws it, and sees who has done it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { beginWithCode, hire } from "../support/newcomer.mjs";
import { PHONE, signIn, stage, twice, until } from "../support/stage.mjs";

const own = stage();
const DRILL = "drill:difficult-customers/parcel-at-the-door";

/** `2026-11-30`: so many days from now. */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

twice(test, "A coach asks, changes, withdraws, and sees what is done", async (t, javaScriptEnabled) => {
  const page = await own.device(t, { javaScriptEnabled });
  await signIn(page, "karim");
  await page.locator('nav a[href="/teams"]').click();
  const team = await openTeam(page, "Lena Hofmann");
  const note = `Für euch alle & <gern> ${Date.now()}`;

  await refusePast(page, note);
  await page.locator("#due").fill(day(14));
  await page.locator("main button.primary").click();
  await page.locator('[role="status"]').waitFor();
  assert.equal(page.url().split("?")[0], team, "back at the team");

  const lena = await own.device(t, { javaScriptEnabled, viewport: PHONE });
  await signIn(lena, "lena");
  await lena.waitForURL("**/today");
  assert.ok((await lena.locator("main").innerText()).includes(note), "she sees it with the note");

  await changeNote(page, team, note, `Doch anders ${note}`);
  await lena.reload();
  assert.ok((await lena.locator("main").innerText()).includes(`Doch anders ${note}`));

  await withdrawAll(page, team, `Doch anders ${note}`);
  await lena.reload();
  assert.ok(!(await lena.locator("main").innerText()).includes(note), "what is withdrawn is gone");

  // Lena has played everything before; what somebody new finishes is done from then on.
  const admin = await own.device(t);
  await signIn(admin, "admin");
  await admin.waitForURL("**/today");
  const newcomer = await hire(admin, { site: "Zürich", team: "Elektronik" });
  const nora = await own.device(t, { javaScriptEnabled, viewport: PHONE });
  await beginWithCode(nora, newcomer);
  await askForDrill(page, team, newcomer.name, `Nur für dich ${note}`);
  await nora.reload();
  assert.ok((await nora.locator("main").innerText()).includes(`Nur für dich ${note}`));
  await lena.reload();
  assert.ok(!(await lena.locator("main").innerText()).includes(`Nur für dich ${note}`), "it is for one person alone");
  await seeStanding(page, team, newcomer.name, false);
  await play(nora, DRILL);
  await seeStanding(page, team, newcomer.name, true);
});

/** The team of a person, through the list of teams. */
async function openTeam(page, member) {
  await page.locator('.toc a[href^="/teams/"]').first().waitFor();
  const teams = await page.locator('.toc a[href^="/teams/"]').evaluateAll((links) => links.map((link) => link.href));
  assert.equal(teams.length, 3, "only the teams that are coached");
  for (const team of teams) {
    await page.goto(team);
    if (await page.locator("th", { hasText: member }).count()) return team;
  }
  return assert.fail(`${member} is in none of the teams`);
}

/** A path for the whole team by a date that has passed: refused beside the field, with all that was typed. */
async function refusePast(page, note) {
  await page.locator('a[href$="/assignments/new"]').click();
  await page.locator('[name="whom"][value="team"]').check();
  const what = await page.locator('#what option[value^="path:"], #what option[value^="module:"]').first().getAttribute("value");
  await page.locator("#what").selectOption(what);
  await page.locator("#due").fill(day(-3));
  await page.locator("#note").fill(note);
  await page.locator("main button.primary").click();
  await page.locator("#due-error").waitFor();
  assert.equal(await page.locator("#due").getAttribute("aria-invalid"), "true");
  assert.ok((await page.locator("#due").getAttribute("aria-describedby")).includes("due-error"));
  assert.equal(await page.locator("#due").inputValue(), day(-3));
  assert.equal(await page.locator("#note").inputValue(), note);
  assert.equal(await page.locator("#what").inputValue(), what);
  assert.ok(await page.locator('[name="whom"][value="team"]').isChecked());
}

/** Opens the assignments of the team until it finds the one with the note. */
async function openAssignment(page, team, note) {
  await page.goto(team);
  const links = await page.locator('tbody a[href*="/assignments/"]').evaluateAll((links) => links.map((link) => link.href));
  for (const link of links) {
    await page.goto(link);
    if ((await page.locator("#note").inputValue()) === note) return;
  }
  assert.fail("the assignment is not listed");
}

async function changeNote(page, team, from, to) {
  await openAssignment(page, team, from);
  await page.locator("#note").fill(to);
  await page.locator("#due").fill(day(20));
  await page.locator("main button.primary").click();
  await page.locator('[role="status"]').waitFor();
}

async function withdrawAll(page, team, note) {
  await openAssignment(page, team, note);
  await page.locator('form[action="/api/coaching/withdraw-assignment"] button').click();
  await page.locator('[role="status"]').waitFor();
}

/** A drill for one person alone. */
async function askForDrill(page, team, member, note) {
  await page.goto(`${team}/assignments/new`);
  await page.getByLabel(member).check();
  await page.locator("#what").selectOption(DRILL);
  await page.locator("#due").fill(day(7));
  await page.locator("#note").fill(note);
  await page.locator("main button.primary").click();
  await page.locator('[role="status"]').waitFor();
}

async function play(page, drill) {
  const [module, id] = drill.slice("drill:".length).split("/");
  await page.goto(`/modules/${module}/drills/${id}`);
  await page.locator("main .primary").click();
  for (let turns = 0; turns < 20 && !(await page.locator(".talk").count()); turns++) {
    const before = await page.locator("blockquote.says").innerText();
    const next = page.locator(".choices button, main a.primary").first();
    const isLast = !(await page.locator(".choices button").count());
    await next.click();
    await until(async () => isLast || (await page.locator("blockquote.says").innerText()) !== before, "the talk goes on");
    if (isLast) await page.locator(".talk").waitFor();
  }
  assert.ok(await page.locator(".talk").count());
}

/** Done or not, and when. Nothing of how. */
async function seeStanding(page, team, member, isDone) {
  await page.goto(team);
  const row = page.locator(".matrix tr", { has: page.locator("th", { hasText: member }) });
  const done = await row.locator(".done").allInnerTexts();
  assert.equal(done.some((words) => /\d{4}/.test(words)), isDone, "done, with the day");
  const words = await page.locator("main").innerText();
  assert.doesNotMatch(words, /Punkte|points|score|\d\s?%|Vertrauen|Anspannung|trust|tension/i, "no scores and no choices");
}
