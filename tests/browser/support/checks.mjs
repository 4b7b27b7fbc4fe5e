// What holds for every page: accessible, valid, fits a small screen, easy to touch, silent. Each check answers with its faults as lines.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { HtmlValidate } from "html-validate";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds in the page as it stands; `without` some of its rules. */
export async function axeFaults(page, without = []) {
  // Through the debugger: the pages' own policy lets no script in.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async ([values, without]) => {
    const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values }, rules, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }));
  }, [TAGS, without]);
  const line = (id, node) => `axe ${id}: ${node.html.slice(0, 140)} ${node.failureSummary.replace(/\s+/g, " ").slice(0, 220)}`;
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => line(id, node)));
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Matters of style that the renderer settles: `<input/>`, `&` in text as the HTML standard allows, attribute order.
    "void-style": "off",
    "no-raw-characters": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    // Attributes without a value are rendered as `required`, or with an empty value: the standard calls both the same.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // A button in a form submits by default; saying so on each adds bytes.
    "no-implicit-button-type": "off",
    // The choices of a talk are buttons of one name: only the one that is pressed is sent.
    "form-dup-name": "off",
    // `<leptos-island>` is what the framework calls its roots.
    "element-name": ["error", { pattern: "^leptos-[a-z]+$" }],
  },
});

/** What is not valid in HTML as it was served. */
export async function htmlFaults(html) {
  const report = await validator.validateString(html);
  const messages = report.results.flatMap((result) => result.messages);
  const lines = html.split("\n");
  return messages.map(({ ruleId, message, line, column }) => `html ${ruleId}: ${message} at ${lines[line - 1]?.slice(Math.max(0, column - 60), column + 80)}`);
}

/** What sticks out at the right, so that the page would scroll sideways. */
export function overflowFaults(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    const named = wide.slice(-3).map((element) => element.outerHTML.slice(0, 100));
    return [`at ${clientWidth} px the page is ${scrollWidth} px wide: ${named.join(" | ")}`];
  });
}

/** Controls that are less than 44 px high. Links and terms within a text are exempt, as WCAG has it; a box counts with its label. */
export function touchFaults(page) {
  return page.evaluate(() => {
    const controls = document.querySelectorAll("button:not(.term button), select, textarea, summary, input:not([type=hidden]), nav a, a.button, .toc a, footer a");
    const targets = [...controls].map((control) => (control.matches("[type=radio], [type=checkbox]") ? control.closest("label") : control.matches(".toc a") ? control.closest("li") : control));
    const small = targets.filter((target) => target && target.checkVisibility() && target.getBoundingClientRect().height < 43.9);
    return small.map((target) => `only ${target.getBoundingClientRect().height.toFixed(1)} px high: ${target.outerHTML.slice(0, 120)}`);
  });
}

/** Collects what a page complains of: errors, warnings, and what the content security policy stops. */
export function listenForComplaints(page) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // An error page is an error page: the browser says so about the document itself.
    const isOwnStatus = message.text().startsWith("Failed to load resource") && message.location().url === page.url();
    if (["error", "warning"].includes(message.type()) && !isOwnStatus) complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  return () => complaints.splice(0);
}

/** The HTML of the document that a page shows, as it was served. */
export function servedHtml(page) {
  let html = Promise.resolve("");
  page.on("response", (response) => {
    const request = response.request();
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame() || response.status() === 303 || response.status() === 307) return;
    html = response.text();
    html.catch(() => {});
  });
  return () => html;
}
