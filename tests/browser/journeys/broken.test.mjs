// What breaks inside: said on a page of its own, with a number that stands in the log, and nothing of what it was.
import assert from "node:assert/strict";
import { closeSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { axeFaults, htmlFaults } from "../support/checks.mjs";
import { startServer } from "../support/server.mjs";
import { PHONE, openDevice, signIn, stage, until } from "../support/stage.mjs";

const own = stage();

test("A database that is no longer one", async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  const context = await openDevice(own.browser, server.url, { viewport: PHONE });
  t.after(() => context.close());
  const page = await context.newPage();
  await signIn(page, "lena");
  await page.waitForURL("**/today");

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
  assert.equal(answer.status(), 500);
  const number = await page.locator("main code").innerText();
  await until(() => server.log().includes(number), "the number is in the log");
  const words = await page.locator("body").innerText();
  assert.doesNotMatch(words, /sqlite|malformed|SELECT|database disk/i);
  assert.deepEqual([...(await axeFaults(page)), ...(await htmlFaults(await answer.text()))], []);
});
