import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { OPEN, SIGNED_IN } from "./pages";
import { convertByApi, personIn } from "./people";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that a colour scheme, a hover or a focus can break. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];
const SCHEMES = ["light", "dark"] as const;

// Recording each of the thousands of calls that axe makes takes longer than axe.
test.use({ trace: "off" });

async function faultsOf(axe: AxeBuilder): Promise<string[]> {
  // The other mode opens a page of its own each time, for frames of other sites; there are none here.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
  );
}

/** All rules in the light, those of colours in the dark; with `states`, each kind of control hovered and focused, too. */
async function walk(page: Page, path: string, states: boolean): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(path);
  await page.getByRole("main").locator("h1, h2").first().waitFor();
  await page.waitForLoadState("networkidle", { timeout: 10_000 });
  expect.soft(await faultsOf(new AxeBuilder({ page }).withTags(RULES)), path).toEqual([]);
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await settle(page);
    const coloured = new AxeBuilder({ page }).withRules(OF_COLOUR);
    if (scheme === "dark") expect.soft(await faultsOf(coloured), `${path} ${scheme}`).toEqual([]);
    if (states) await walkStates(page, `${path} ${scheme}`);
  }
}

/** One control of each look: those that look alike are hovered once. */
async function walkStates(page: Page, where: string): Promise<void> {
  const kinds = await page.evaluate(() => {
    const looks = new Map<string, Element>();
    for (const each of document.querySelectorAll("a, button, summary, [role=tab]")) {
      const look = `${each.tagName} ${each.className} ${each.getAttribute("aria-pressed")} ${each.getAttribute("aria-selected")}`;
      if (!each.matches(":disabled, .sr-only") && each.checkVisibility() && !looks.has(look)) looks.set(look, each);
    }
    [...looks.values()].forEach((each, index) => {
      each.setAttribute("data-kind", String(index));
    });
    return looks.size;
  });
  for (let kind = 0; kind < kinds; kind++) {
    const control = page.locator(`[data-kind="${kind}"]`);
    await control.hover({ force: true, timeout: 2000 }).catch(() => undefined);
    await control.focus({ timeout: 2000 }).catch(() => undefined);
    await settle(page);
    if ((await control.count()) === 0) continue;
    const axe = new AxeBuilder({ page }).include(`[data-kind="${kind}"]`).withRules(OF_COLOUR);
    expect.soft(await faultsOf(axe), `${where}, hovered`).toEqual([]);
  }
}

/** What fades or slides is at its end; one that ends may set off another in what stands inside it. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const moving = () =>
      document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    for (let round = 0; round < 10; round++) {
      await twoFrames();
      if (moving().length === 0) return;
      for (const each of moving()) each.finish();
    }
  });
}

for (const language of ["ko", "en", "ja"]) {
  test(`axe finds nothing on the open pages (${language})`, async ({ page }) => {
    test.setTimeout(300_000);
    for (const path of OPEN) await walk(page, `/${language}${path}`, language === "ko");
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
      for (const path of [...SIGNED_IN, `/app/conversions/${conversion}`])
        await walk(page, `/${language}${path}`, language === "ko");
      await page.close();
    });
  }
});
