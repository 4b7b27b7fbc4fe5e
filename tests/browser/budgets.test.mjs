// What a page costs on the wire when nothing is cached: bytes as the browser counts them, headers included.
import assert from "node:assert/strict";
import { test } from "node:test";

import { PLACES, enter, walk } from "./support/places.mjs";
import { PHONE, islandReady, stage } from "./support/stage.mjs";

const own = stage();
const PLAIN = 40 * 1024;
const WITH_ISLAND = 150 * 1024;

for (const [person, places] of Object.entries(PLACES)) {
  test(`Pages for ${person || "everybody"} are light`, async (t) => {
    const page = await own.device(t, { viewport: PHONE });
    await enter(page, person, person === "newcomer" ? await own.device(t) : undefined);
    const weigh = await startScales(page);
    for (const [name, place] of Object.entries(places)) {
      // How one gets there is not what it weighs: the page is loaded once more by its address.
      await walk(page, place);
      if (await page.locator("leptos-island").count()) await islandReady(page);
      const { bytes, urls, missing, hasIsland } = await weigh(async () => {
        await page.goto(page.url());
        const hasIsland = (await page.locator("leptos-island").count()) > 0;
        if (hasIsland) await islandReady(page);
        return hasIsland;
      });
      const programs = urls.filter((url) => /\.(js|wasm)(\?|$)/.test(url));
      t.diagnostic(`${(bytes / 1024).toFixed(1).padStart(6)} kB ${hasIsland ? "with an island" : ""} ${name}`);
      assert.deepEqual(missing, [], `${name}: everything is there`);
      assert.ok(bytes <= (hasIsland ? WITH_ISLAND : PLAIN), `${name}: ${bytes} bytes`);
      assert.equal(programs.length > 0, hasIsland, `${name}: programs only where an island is: ${programs}`);
    }
  });
}

/** Counts what a load transfers, cold. */
async function startScales(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  let load;
  session.on("Network.requestWillBeSent", ({ request, requestId }) => {
    load?.urls.push(request.url);
    load?.ids.add(requestId);
  });
  session.on("Network.responseReceived", ({ type, response }) => {
    if (load && type !== "Document" && response.status >= 400) load.missing.push(response.url);
  });
  // What the way there still loads belongs to it.
  session.on("Network.loadingFinished", ({ encodedDataLength, requestId }) => {
    if (load?.ids.has(requestId)) load.bytes += encodedDataLength;
  });
  return async (go) => {
    load = { bytes: 0, urls: [], missing: [], ids: new Set() };
    const hasIsland = await go();
    return { ...load, hasIsland };
  };
}
