// An open drill: a reply in writing or by voice, compared, and then kept, shared or deleted.
import assert from "node:assert/strict";
import { test } from "node:test";

import { WAV } from "../support/sound.mjs";
import { PHONE, islandReady, launchBrowser, openDevice, signIn, stage, twice } from "../support/stage.mjs";

const DRILL = "/modules/appreciative-communication/drills/gone-by-six";
const own = stage();

async function begin(page) {
  await signIn(page, "lena");
  await page.waitForURL("**/today");
  await page.goto(DRILL);
  await page.locator("main a.primary").click();
  await page.locator("#said").waitFor();
}

async function decide(page, choice) {
  await page.locator('input[name="marks[]"]').first().check();
  await page.locator('button[value="mark"]').click();
  await page.locator(`button[value="${choice}"]`).click();
  await page.locator("main .notice").waitFor();
}

twice(test, "A reply in writing is shared, seen by the coach and taken back", async (t, javaScriptEnabled) => {
  const page = await own.device(t, { viewport: PHONE, javaScriptEnabled });
  await begin(page);
  const words = `Das ist ärgerlich, ich schaue nach. ${javaScriptEnabled}`;
  await page.locator("#said").fill(words);
  await page.locator('button[value="write"]').click();
  await page.locator("main .mine", { hasText: words }).waitFor();
  await decide(page, "share");

  const coach = await own.device(t, { javaScriptEnabled });
  await signIn(coach, "karim");
  await coach.waitForURL("**/today");
  await coach.goto("/responses");
  assert.equal(await coach.locator(".mine", { hasText: words }).count(), 1);

  await page.locator('button[value="back"]').click();
  await page.locator('button[value="keep"]').click();
  await page.locator("main .notice").waitFor();
  await coach.reload();
  assert.equal(await coach.locator(".mine", { hasText: words }).count(), 0);
});

test("A reply by voice is recorded, played back, recorded again and saved", async (t) => {
  const page = await own.device(t, { viewport: PHONE, permissions: ["microphone"] });
  await begin(page);
  await islandReady(page);
  const status = page.locator('leptos-island [role="status"]');
  assert.ok(await page.locator("#file").isHidden(), "the file field stands in only where nothing can be recorded");
  for (let take = 0; take < 2; take++) {
    await page.locator(".recorder button").last().click();
    await status.getByText("Die Aufnahme läuft.").waitFor();
    await page.waitForFunction(() => /^[2-9] /.test(document.querySelector(".recorder .seconds").innerText));
    await page.locator(".recorder button").click();
    await status.getByText("noch nicht gespeichert").waitFor();
    assert.match(await page.locator(".recorder audio").getAttribute("src"), /^blob:/);
    const length = await page.locator(".recorder audio").evaluate(
      (audio) => new Promise((done, fail) => {
        audio.onended = () => done(audio.currentTime);
        audio.onerror = () => fail(new Error("it does not play"));
        audio.play();
      }),
    );
    assert.ok(length > 0.5, `it plays for ${length} s`);
  }
  // The first try fails; it is sent again by itself.
  let tries = 0;
  await page.route("**/api/recordings", (route) => (tries++ ? route.continue() : route.abort()));
  await page.locator(".recorder button.primary").click();
  await status.getByText("Noch nicht gespeichert").waitFor();
  await page.waitForURL("**/attempts/*");
  assert.equal(tries, 2);
  const player = page.locator("main audio");
  await player.evaluate((audio) => new Promise((done, fail) => {
    audio.oncanplay = done;
    audio.onerror = () => fail(new Error("the stored one does not play"));
    audio.preload = "auto";
    audio.load();
  }));
  await decide(page, "keep");
  await page.goto("/recordings");
  assert.equal(await page.locator("main audio").count(), 1);
  await page.locator('form[action="/api/recordings/delete-recording"] button').click();
  await page.locator("main .notice").waitFor();
  assert.equal(await page.locator("main audio").count(), 0);
});

test("Without JavaScript a file is as good, and an attempt can be deleted", async (t) => {
  const page = await own.device(t, { viewport: PHONE, javaScriptEnabled: false });
  await begin(page);
  const send = page.locator('form[action="/api/recordings"] button');
  await page.locator("#file").setInputFiles({ name: "a.wav", mimeType: "audio/wav", buffer: Buffer.from("no sound at all") });
  await send.click();
  await page.locator("#file-error").waitFor();
  await page.locator("#file").setInputFiles({ name: "a.wav", mimeType: "audio/wav", buffer: WAV });
  await send.click();
  await page.locator("main audio").waitFor();
  await decide(page, "keep");
  await page.locator("main details summary").click();
  await page.locator('form[action="/api/drills/delete-attempt"] button').click();
  await page.waitForURL(`**${DRILL}?done=deleted`);
  await page.goto("/recordings");
  assert.equal(await page.locator("main audio").count(), 0);
});

test("Permission refused and no microphone are said in words, and a file field stands in", async (t) => {
  for (const [name, says] of [["NotAllowedError", "darf das Mikrofon nicht benutzen"], ["NotFoundError", "kein Mikrofon da"]]) {
    const page = await own.device(t, { viewport: PHONE });
    await page.addInitScript((name) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", name));
    }, name);
    await begin(page);
    await islandReady(page);
    await page.locator(".recorder button").click();
    await page.locator('leptos-island [role="status"]').getByText(says).waitFor();
    assert.ok(await page.locator("#file").isVisible());
  }
});

test("Without HTTPS no microphone is given, which is said, and a file field stands in", async (t) => {
  // Browsers trust addresses of this machine; by a name of a shop it is a page like any other.
  const browser = await launchBrowser("--host-resolver-rules=MAP shop.test 127.0.0.1");
  t.after(() => browser.close());
  const url = own.url.replace("127.0.0.1", "shop.test");
  const context = await openDevice(browser, url, { viewport: PHONE });
  const page = await context.newPage();
  await begin(page);
  await islandReady(page);
  await page.locator('leptos-island [role="status"]').getByText("nicht über HTTPS").waitFor();
  assert.equal(await page.locator(".recorder button").count(), 0);
  assert.ok(await page.locator("#file").isVisible());
});

test("Ninety seconds end a recording by themselves, and none at all is refused", async (t) => {
  const page = await own.device(t, { viewport: PHONE, permissions: ["microphone"] });
  await page.addInitScript(() => {
    const now = Date.now;
    window.later = 0;
    Date.now = () => now() + window.later;
  });
  await begin(page);
  await islandReady(page);
  const status = page.locator('leptos-island [role="status"]');
  await page.locator(".recorder button").click();
  await status.getByText("Die Aufnahme läuft.").waitFor();
  await page.evaluate(() => (window.later = 90_000));
  await status.getByText("90 Sekunden sind um").waitFor();
  await page.locator(".recorder button").last().click();
  await status.getByText("Die Aufnahme läuft.").waitFor();
  await page.evaluate(() => (window.later -= 3000));
  await page.locator(".recorder button").click();
  await status.getByText("null Sekunden").waitFor();
});
