// Ada creates, edits, moves, grants, resets, imports and deactivates.
import assert from "node:assert/strict";
import { test } from "node:test";

import { beginWithCode, hire, teamValue } from "../support/newcomer.mjs";
import { PASSWORD, path, signIn, stage, twice } from "../support/stage.mjs";

const own = stage();
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function administer(t, javaScriptEnabled) {
  const page = await own.device(t, { javaScriptEnabled });
  await signIn(page, "admin");
  await page.locator('nav a[href="/admin/people"]').click();
  await page.waitForURL("**/admin/people");
  return page;
}

const isSaid = (page) => page.locator('main [role="status"]').first().waitFor();
const button = (page, action) => page.locator(`form[action="/api/admin/${action}"] button:not([type=button])`);

twice(test, "An admin creates, edits, moves and finds a person", async (t, javaScriptEnabled) => {
  const page = await administer(t, javaScriptEnabled);
  const { name, signInName, page: person } = await hire(page, { team: "Mode" });
  await page.goto(person);
  assert.equal(await page.locator(".code.once").count(), 0, "the code is shown once");

  await page.goto("/admin/people/new");
  await page.locator("#name").fill("Jemand Anderes");
  await page.locator("#sign_in_name").fill(signInName.toUpperCase());
  await page.locator("main button.primary").click();
  await page.locator("#sign_in_name-error").waitFor();
  assert.equal(await page.locator("#name").inputValue(), "Jemand Anderes", "what was typed is kept");

  await page.goto(person);
  await page.locator("#name").fill(`${name} Ćelik-Weiß`);
  await page.locator("#team").selectOption(await teamValue(page, "Wien", "Haushalt"));
  await page.locator("main button.primary").click();
  await isSaid(page);
  await page.goto("/admin/people");
  await page.locator("#q").fill(name.toLowerCase());
  await page.locator("form.filters button").click();
  const row = page.locator("tbody tr");
  assert.equal(await row.count(), 1);
  assert.match(await row.innerText(), /Ćelik-Weiß[\s\S]*Haushalt[\s\S]*Wien/);
});

twice(test, "An admin gives and takes a role, and notes an absence", async (t, javaScriptEnabled) => {
  const page = await administer(t, javaScriptEnabled);
  const { page: person } = await hire(page);
  await page.goto(person);
  const give = page.locator('form[action="/api/admin/give-grant"]');
  await give.locator("#role").selectOption("coach");
  await give.locator("#until").fill(day(-1));
  await give.locator("button").click();
  await page.locator("#until-error").waitFor();
  assert.equal(await page.locator("#role").inputValue(), "coach");
  await give.locator("#until").fill(day(30));
  await give.locator("button").click();
  await isSaid(page);
  const taken = button(page, "end-grant").last();
  const roles = await button(page, "end-grant").count();
  await taken.click();
  await isSaid(page);
  assert.equal(await button(page, "end-grant").count(), roles - 1);

  await page.locator("#first_day").fill(day(5));
  await page.locator("#last_day").fill(day(2));
  await button(page, "add-absence").click();
  await page.locator("#last_day-error, #first_day-error").waitFor();
  await page.locator("#first_day").fill(day(2));
  await page.locator("#last_day").fill(day(5));
  await button(page, "add-absence").click();
  await isSaid(page);
  await button(page, "remove-absence").click();
  await isSaid(page);
  assert.equal(await button(page, "remove-absence").count(), 0);
});

twice(test, "A reset by a one-time code forces a new password, and is told", async (t, javaScriptEnabled) => {
  const page = await administer(t, javaScriptEnabled);
  const hired = await hire(page);
  const nora = await own.device(t, { javaScriptEnabled });
  await beginWithCode(nora, hired);

  await page.goto(hired.page);
  await button(page, "reset-sign-in").click();
  const code = await page.locator(".code.once").innerText();
  await nora.goto("/progress");
  assert.equal(path(nora), "/sign-in", "signed out everywhere");
  await signIn(nora, hired.signInName, `${PASSWORD}-new`);
  await nora.locator("#name-error").waitFor();

  await signIn(nora, hired.signInName, code.toLowerCase().replace("-", " "));
  await nora.waitForURL("**/new-password");
  await nora.goto("/today");
  assert.equal(path(nora), "/new-password", "nothing else before");
  await nora.locator("#password").fill("kurz");
  await nora.locator("#repeated").fill("kurz");
  await nora.locator("main button.primary").click();
  await nora.locator("#password-error").waitFor();
  for (const field of ["#password", "#repeated"]) await nora.locator(field).fill("drei lange Wörter");
  await nora.locator("main button.primary").click();
  await nora.waitForURL("**/today");
  const told = nora.locator('form[action="/api/people/see-notice"]');
  assert.ok(await told.count(), "she is told that it was reset");
  await told.last().locator("button").click();
  await nora.waitForURL("**/today");
  await signIn(await own.device(t), hired.signInName, code);
});

twice(test, "Whoever is deactivated cannot sign in, until reactivated", async (t, javaScriptEnabled) => {
  const page = await administer(t, javaScriptEnabled);
  const hired = await hire(page);
  const nora = await own.device(t, { javaScriptEnabled });
  await beginWithCode(nora, hired);
  await page.goto(hired.page);
  await button(page, "deactivate-person").click();
  await isSaid(page);
  await nora.goto("/today");
  assert.equal(path(nora), "/sign-in");
  await signIn(nora, hired.signInName, `${PASSWORD}-new`);
  await nora.locator("#name-error").waitFor();
  await button(page, "reactivate-person").click();
  await isSaid(page);
  await signIn(nora, hired.signInName, `${PASSWORD}-new`);
  await nora.waitForURL("**/today");
});

twice(test, "An import shows every row's fate, then all or nothing", async (t, javaScriptEnabled) => {
  const page = await administer(t, javaScriptEnabled);
  await page.locator('main nav a[href="/admin/import"]').click();
  const mark = `${Date.now() % 1_000_000}`;
  const good = [`a.eins${mark},Änne Eins,Zürich,Mode,`, `b.zwei${mark},"Zwei, Béla",Freiburg,Kasse,coach`];
  const bad = [`,Ohne Namen,Zürich,Mode,`, `c.drei${mark},Drei,Atlantis,Mode,`, `d.vier${mark},Vier,Wien,Mode,König`, `a.eins${mark},Doppelt,Wien,Mode,`];

  await dryRun(page, [...good, ...bad]);
  assert.equal(await page.locator("tbody tr").count(), good.length + bad.length, "every row");
  assert.equal(await page.locator(".refused").count(), bad.length);
  assert.equal(await button(page, "import").count(), 0, "nothing to import before all is well");
  assert.equal(await found(page, mark), 0, "a dry run changes nothing");

  await page.goto("/admin/import");
  await dryRun(page, good);
  assert.equal(await page.locator(".refused").count(), 0);
  await button(page, "import").click();
  await isSaid(page);
  assert.equal(await found(page, mark), good.length);

  await page.goto("/admin/import");
  await dryRun(page, good);
  assert.equal(await button(page, "import").count(), 0, "the same file once more has nothing to do");
  await page.goto("/admin/import");
  await dryRun(page, [], "Kein CSV, nur ein Satz.");
  await page.locator('[role="alert"]').waitFor();
});

async function dryRun(page, rows, text = ["sign_in_name,name,site,team,role", ...rows].join("\r\n")) {
  await page.locator("#file").setInputFiles({ name: "leute.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await button(page, "check-import").click();
  await page.waitForURL("**/admin/import?*");
}

/** How many people a search finds. */
async function found(page, words) {
  await page.goto(`/admin/people?q=${words}`);
  return page.locator("tbody tr").count();
}

twice(test, "An admin opens a team and a site, and the log says who did what", async (t, javaScriptEnabled) => {
  const page = await administer(t, javaScriptEnabled);
  const mark = `${Date.now() % 1_000_000}`;
  await page.locator('main nav a[href="/admin/sites"]').click();
  await page.locator("#site_name").fill(`Genf ${mark}`);
  await page.locator("#time_zone").selectOption("Europe/Zurich");
  await button(page, "create-site").click();
  await isSaid(page);
  const form = page.locator('form[action="/api/admin/create-team"]');
  await form.locator("#team_name").fill(`Empfang ${mark}`);
  await form.locator("#team_site").selectOption({ label: `Genf ${mark}` });
  await form.locator("button").click();
  await isSaid(page);
  await page.locator("main a", { hasText: `Empfang ${mark}` }).click();
  await page.locator("#team_name").fill(`Rezeption ${mark}`);
  await page.locator("main button.primary").click();
  await isSaid(page);
  await page.goto("/admin/audit-log");
  assert.match(await page.locator("tbody").innerText(), new RegExp(`Rezeption ${mark}|Empfang ${mark}`));
  assert.match(await page.locator("tbody").innerText(), /Ada Minder/);
});
