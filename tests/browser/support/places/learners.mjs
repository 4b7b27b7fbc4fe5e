// What people see who learn.
import { isSaved, islandReady } from "../stage.mjs";
import { MODULE, LESSON, DRILL, PHRASE, first, press, send, talk, intend, stopped, OPEN, reply, decide, phrase, ownPhrase } from "./ways.mjs";

/** By person. */
export const PLACES = {
  lena: {
    today: "/today",
    progress: "/progress",
    competencies: "/competencies",
    "a competency": "/competencies/appreciation",
    "a competency, nothing to practise": "/competencies/decision-rights",
    confirmation: "/confirmation",
    "my data": "/my-data",
    modules: "/modules",
    "modules, by situation": "/modules?by=situation",
    "modules, what fits": "/modules?minutes=10&competency=complaints",
    search: "/search",
    "search, found": "/search?q=Team",
    "search, of one kind": "/search?q=Team&kind=lesson",
    "search, nothing found": "/search?q=Xylophon",
    module: MODULE,
    terms: "/glossary",
    "lesson, a step": `${LESSON}?step=2`,
    "lesson, a term explained": async (page) => {
      await page.goto("/modules/genuine/lessons/acting?step=2");
      await page.locator(".term button").first().click();
      await page.locator(".term :popover-open").waitFor();
    },
    "lesson, a question": `${LESSON}?step=5&again=wilted-bouquet`,
    "lesson, a question left open": async (page) => {
      await page.goto(`${LESSON}?step=5&again=wilted-bouquet`);
      await page.locator('form[action="/api/modules/answer-check"] input[type=radio]').evaluateAll((all) => all.forEach((one) => one.removeAttribute("required")));
      await press(page, 'form[action="/api/modules/answer-check"] button');
    },
    "lesson, a question answered": async (page) => {
      await page.goto(`${LESSON}?step=5&again=wilted-bouquet`);
      await page.locator('form[action="/api/modules/answer-check"] input[type=radio]').nth(1).check();
      await press(page, 'form[action="/api/modules/answer-check"] button');
    },
    "lesson, a reflection": `${LESSON}?step=7`,
    "module, a lesson read": `${MODULE}?read=listening`,
    "drill, start": DRILL,
    "drill, first words": talk,
    "drill, in the middle": async (page) => {
      await talk(page);
      const before = await page.locator("blockquote.says").innerText();
      await page.locator(".choices button").first().click();
      await page.waitForFunction((before) => document.querySelector("blockquote.says")?.innerText !== before, before);
      await isSaved(page);
    },
    "drill, debrief": async (page) => {
      await talk(page);
      for (let turns = 0; turns < 20 && (await page.locator(".choices button").count()); turns++) {
        const before = await page.locator("blockquote.says").innerText();
        await page.locator(".choices button").first().click();
        await page.waitForFunction((before) => document.querySelector("blockquote.says")?.innerText !== before, before);
      }
      await isSaved(page);
      await press(page, "main a.primary");
      await page.locator(".talk").waitFor();
    },
    "recall, a card": "/recall",
    "recall, a card turned": async (page) => {
      await page.goto("/recall");
      await islandReady(page);
      await page.locator(".recall summary").first().click();
      await page.locator(".recall .prose").first().waitFor();
    },
    "recall, a pause refused": async (page) => {
      await page.goto("/recall");
      await page.locator(".pause summary").click();
      await page.locator("#until").fill("2020-01-01");
      await press(page, ".pause button");
    },
    intentions: "/intentions",
    "new intention": "/intentions/new?module=appreciative-communication",
    "new intention, from a ready one": first(`${MODULE}/drills/what-for`, "main .toc a"),
    "new intention, refused": async (page) => {
      await page.goto("/intentions/new");
      await page.locator("#deed").fill("Zu lang. ".repeat(20));
      await page.locator("#day").fill("2020-01-01");
      await press(page, "main button.primary");
    },
    "intention, just kept": intend,
    "intention, at rest": first("/intentions", '#past + ul a[href^="/intentions/"]'),
    "intention, not yet, with what stopped one": stopped,
    "intention, too many words": async (page) => {
      await stopped(page);
      await page.locator("#obstacle").fill("Zu lang. ".repeat(80));
      await press(page, 'form[action="/api/field/keep-words"] button');
    },
    "handing in without a name": async (page) => {
      await stopped(page);
      await page.goto(await page.locator('main a[href$="/obstacle"]').getAttribute("href"));
    },
    rhythm: "/rhythm",
    "rhythm, just chosen": async (page) => {
      await page.goto("/rhythm");
      await page.locator('input[value="3"]').check();
      await press(page, "main button.primary");
    },
    "rhythm, none chosen": async (page) => {
      await page.goto("/rhythm");
      await page.locator('input[name="times"]').evaluateAll((all) => all.forEach((one) => (one.checked = false)));
      await press(page, "main button.primary");
    },
    receipt: "/receipt",
    "receipt of another year": async (page) => {
      await page.goto("/receipt");
      await page.goto(await page.locator('a[href*="year="]').last().getAttribute("href"));
    },
    "open drill, start": OPEN,
    "open drill, a reply": async (page) => {
      await page.goto(`${OPEN}?attempt=${crypto.randomUUID()}`);
      await islandReady(page);
    },
    "open drill, a file refused": async (page) => {
      await page.goto(`${OPEN}?attempt=${crypto.randomUUID()}`);
      await page.locator("#file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("no sound") });
      const sent = page.waitForNavigation();
      await page.locator('form[action="/api/recordings"]').evaluate((form) => form.submit());
      await sent;
      await islandReady(page);
    },
    "open drill, compared": reply,
    "open drill, to decide": decide,
    "open drill, shared": async (page) => {
      await decide(page);
      await press(page, 'button[value="share"]');
      await page.locator("main details summary").click();
    },
    recordings: "/recordings",
    "decision card": "/decision-card",
    "our values": "/our-values",
    "drill, one's own card beside it": async (page) => {
      await page.goto("/modules/decide/drills/wages-on-thursday");
      await page.locator(".at-hand summary").click();
    },
    "phrase drill, start": PHRASE,
    "phrase drill, nothing written": async (page) => {
      await page.goto(PHRASE);
      await islandReady(page);
      await page.locator("main button.primary").click();
      await page.locator("#said-error").waitFor();
    },
    "phrase drill, models": phrase(1),
    "phrase drill, once more": phrase(2),
    "phrase drill, done": phrase(3),
    "field practice": `${MODULE}/drills/what-for`,
    "my sentences": ownPhrase,
    "my sentences, nothing found": async (page) => {
      await ownPhrase(page);
      await page.goto("/phrases?q=zzzzz");
    },
    "new sentence": "/phrases/new",
    "new sentence, refused": async (page) => {
      await page.goto("/phrases/new");
      await page.locator("#said").evaluate((field) => field.removeAttribute("required"));
      await press(page, "main button.primary");
    },
    "a sentence": async (page) => {
      await ownPhrase(page);
      await page.goto(await page.locator(".phrases a[aria-label]").first().getAttribute("href"));
    },
    account: "/account",
    "account, refused": async (page) => {
      await page.goto("/account");
      for (const [field, text] of [["current", "wrong"], ["password", "short"], ["repeated", "other"]]) await page.locator(`#${field}`).fill(text);
      await press(page, 'form[action="/api/people/set-password"] button');
    },
    "400": "/today?a=%FF",
    "403": "/admin/people",
    "404": "/nothing/here",
    "410": send("/api/recall/answer", { review: crypto.randomUUID(), card: "gone/gone", number: "1", grade: "good" }),
    // As an island sends a recording: no form to go back to.
    "422": async (page) => {
      await page.goto(`${OPEN}?attempt=${crypto.randomUUID()}`);
      await page.locator("#file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("no sound") });
      const sent = page.waitForNavigation();
      await page.locator('form[action="/api/recordings"]').evaluate((form) => {
        form.elements.namedItem("form").remove();
        form.submit();
      });
      await sent;
    },
    "413": send("/api/modules/keep-reflection", { text: "x".repeat(100_000) }),
  },
  newcomer: {
    "today, nothing done yet": "/today",
    "progress, nothing done yet": "/progress",
    "modules, nothing done yet": "/modules",
    "competencies, nothing done yet": "/competencies",
    "a competency, nothing done yet": "/competencies/appreciation",
    "confirmation, nothing done yet": "/confirmation",
    "module, nothing done yet": MODULE,
    "test out": `${MODULE}/test-out`,
    "test out, nothing answered": async (page) => {
      await page.goto(`${MODULE}/test-out`);
      await page.locator("main form").evaluate((form) => (form.noValidate = true));
      await press(page, "main button.primary");
    },
    "test out, answered": async (page) => {
      await page.goto(`${MODULE}/test-out`);
      const questions = await page.locator("fieldset.question").all();
      for (const question of questions) await question.locator("input").first().check();
      // Answered once, they are only shown.
      if (questions.length) await press(page, "main button.primary");
    },
    "recall, nothing done yet": "/recall",
    "intentions, none yet": "/intentions",
    "receipt, nothing done yet": "/receipt",
    "my sentences, none yet": "/phrases",
    "401": async (page) => {
      await page.goto("/account");
      await page.context().clearCookies({ name: "session" });
      await press(page, 'form[action="/api/people/sign-out-everywhere"] button');
    },
  },
};
