// What breaks inside: said on a page of its own, with a number that stands in the log, and nothing of what it was.
import assert from "node:assert/strict";
import { closeSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { axeFaults, htmlFaults } from "../support/checks.mjs";
import { startServer } from "../support/server.mjs";
import { WAV } from "../support/sound.mjs";
import { PHONE, openDevice, signIn, stage, twice, until } from "../support/stage.mjs";

const own = stage();

/** Lena on a phone, at a server that may be broken. */
async function arrive(t, options) {
  const server = await startServer();
  t.after(() => server.stop());
  const context = await openDevice(own.browser, server.url, { viewport: PHONE, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  await signIn(page, "lena");
  await page.waitForURL("**/today");
  return { server, page };
}

/** The page says so, and no more than that. */
async function isSaid(server, page, answer, status) {
  assert.equal(answer.status(), status);
  const number = await page.locator("main code").innerText();
  await until(() => server.log().includes(number), "the number is in the log");
  assert.doesNotMatch(await page.locator("body").innerText(), /sqlite|malformed|SELECT|database disk|os error/i);
  // axe needs scripts.
  if (await page.evaluate(() => matchMedia("(scripting: enabled)").matches)) assert.deepEqual(await axeFaults(page), []);
}

test("A database that is no longer one", async (t) => {
  const { server, page } = await arrive(t);
  for (const name of ["demo.db", "demo.db-wal"]) {
    const file = join(server.data, name);
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.alloc(statSync(file).size, 0xff), 0);
    closeSync(handle);
  }

  // What was read before may still be known.
  let answer;
  for (const path of ["/intentions", "/progress", "/competencies", "/phrases", "/my-data", "/account", "/receipt"]) {
    answer = await page.goto(path);
    if (answer.status() !== 200) break;
  }
  await isSaid(server, page, answer, 500);
  assert.deepEqual(await htmlFaults(await answer.text()), []);
});

twice(test, "A place for recordings that is none", async (t, javaScriptEnabled) => {
  const { server, page } = await arrive(t, { javaScriptEnabled });
  const folder = join(server.data, "recordings");
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(folder, "in the way");
  await page.goto("/modules/appreciative-communication/drills/gone-by-six");
  await page.locator("main a.primary").click();
  await page.locator("#file").setInputFiles({ name: "a.wav", mimeType: "audio/wav", buffer: WAV });
  const form = page.locator('form[action="/api/recordings"]');
  const [answer] = await Promise.all([
    page.waitForResponse("**/api/recordings"),
    // With a recorder on the page there is no button for the file.
    javaScriptEnabled ? form.evaluate((form) => form.submit()) : form.locator("button").click(),
  ]);
  await page.locator("main code").waitFor();
  await isSaid(server, page, answer, 503);
  // What was there before still is.
  await page.goBack();
  await page.locator("#said").fill("Das ist ärgerlich. Ich sehe sofort nach.");
  await Promise.all([page.waitForEvent("framenavigated"), page.locator('button[value="write"]').click()]);
  await page.locator('input[name="marks[]"]').first().waitFor();
});
