// Somebody who has just been hired: created by the admin, who hands over a one-time code.
import { PASSWORD, signIn } from "./stage.mjs";

let count = 0;

/** Creates a person in the team of that name at the site, through the admin's pages. `admin` is a page that is signed in as one. */
export async function hire(admin, { site = "Zürich", team = "Elektronik" } = {}) {
  const number = `${Date.now() % 1_000_000}${count++}`;
  const [name, signInName] = [`Nora Neu${number}`, `nora.neu${number}`];
  await admin.goto("/admin/people/new");
  await admin.locator("#name").fill(name);
  await admin.locator("#sign_in_name").fill(signInName);
  await admin.locator("#team").selectOption(await teamValue(admin, site, team));
  await admin.locator("main button.primary").click();
  const code = await admin.locator(".code.once").innerText();
  return { name, signInName, code, page: admin.url().split("?")[0] };
}

/** The option of a team, which other sites may have by the same name. */
export function teamValue(page, site, team) {
  return page.locator(`#team optgroup[label="${site}"] option`, { hasText: team }).first().getAttribute("value");
}

/** Signs in with the code and chooses a password. */
export async function beginWithCode(page, { signInName, code }, password = `${PASSWORD}-new`) {
  await signIn(page, signInName, code);
  await page.waitForURL("**/new-password");
  await page.locator("#password").fill(password);
  await page.locator("#repeated").fill(password);
  await page.locator("main button.primary").click();
  await page.waitForURL("**/today");
}
