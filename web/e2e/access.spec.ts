import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { convertByApi, personIn } from "./people";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const OPEN = [
  "",
  "/pricing",
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/reset-password",
  "/verify-email",
  "/invitation",
];
const SIGNED_IN = ["/app", "/app/history", "/app/developers", "/app/settings"];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
  );
}

/** Light and dark, as they stand and with each control once hovered and focused. */
async function walk(page: Page, path: string): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.goto(path);
    await page.getByRole("main").locator("h1, h2").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect.soft(await faultsOf(page), `${path} ${scheme}`).toEqual([]);
    const controls = page.locator("main a:visible, main button:visible");
    for (let index = 0; index < Math.min(await controls.count(), 3); index++) {
      await controls
        .nth(index)
        .hover({ trial: false, force: true, timeout: 2000 })
        .catch(() => undefined);
      await controls.nth(index).focus();
      expect.soft(await faultsOf(page), `${path} ${scheme}, control ${index}`).toEqual([]);
    }
  }
}

for (const language of ["ko", "en", "ja"]) {
  test(`axe finds nothing on the open pages (${language})`, async ({ page }) => {
    test.setTimeout(300_000);
    for (const path of OPEN) await walk(page, `/${language}${path}`);
  });
}

test.describe("signed in", () => {
  let context: BrowserContext;
  let conversion: string;

  test.beforeAll(async ({ browser }) => {
    ({ context } = await personIn(browser));
    conversion = await convertByApi(context);
  });
  test.afterAll(() => context.close());

  for (const language of ["ko", "en", "ja"]) {
    test(`axe finds nothing in the workspace (${language})`, async () => {
      test.setTimeout(300_000);
      const page = await context.newPage();
      for (const path of [...SIGNED_IN, `/app/conversions/${conversion}`]) await walk(page, `/${language}${path}`);
      await page.close();
    });
  }
});
