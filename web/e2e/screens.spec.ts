import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { convertByPage, openPost, pasted, tabOf, waitUntilDone, watchClipboard } from "./desk";
import { OPEN, SIGNED_IN } from "./pages";
import { convertByApi, personIn, signUpByPage } from "./people";

const SCREENS = {
  "a phone": { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  // What 200 % makes of a window of 1440 by 900.
  "200 % zoom": { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
} as const;

/** What stands out to the side, so that a failure says where. */
async function widthsOver(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement;
    if (!root || root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (each) => each.getBoundingClientRect().right > root.clientWidth + 1,
    );
    const named = wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 120));
    return [`${root.scrollWidth} > ${root.clientWidth}`, ...named];
  });
}

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("main").locator("h1, h2").first().waitFor();
  expect.soft(await widthsOver(page), path).toEqual([]);
}

let shared: BrowserContext;
let conversion: string;

test.beforeAll(async ({ browser }) => {
  ({ context: shared } = await personIn(browser));
  const records = await (await shared.request.get("/api/v1/platforms")).json();
  const platforms = records.items.map(({ id }: { id: string }) => id);
  conversion = await convertByApi(shared, { platforms });
});
test.afterAll(() => shared.close());

for (const [name, screen] of Object.entries(SCREENS)) {
  test(`no page scrolls sideways on ${name}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await signedInOn(browser, screen);
    const page = await context.newPage();
    for (const language of ["ko", "en"]) {
      for (const path of [...OPEN, ...SIGNED_IN]) await look(page, `/${language}${path}`);
      await look(page, `/${language}/app/conversions/${conversion}`);
      for (const tab of await page.getByRole("tab").all()) {
        await tab.click();
        await openPost(page).texts.first().waitFor();
        expect.soft(await widthsOver(page), `${language}: ${await tab.textContent()}`).toEqual([]);
      }
    }
    await context.close();
  });

  test(`the whole journey on ${name}`, async ({ browser }) => {
    const context = await browser.newContext(screen);
    const page = await context.newPage();
    const readClipboard = await watchClipboard(page);
    await page.goto("/ko");
    await page.getByRole("link", { name: "무료로 시작하기" }).first().click();
    await page.waitForURL("**/ko/sign-up");
    await signUpByPage(page);
    await convertByPage(page, pasted("ko-city-budget"));
    await waitUntilDone(page);
    await page.getByRole("button", { name: "원문", exact: true }).click();
    await expect(page.getByRole("region", { name: "원문" })).toContainText("온별시가 내년도 예산안을");
    await page.getByRole("button", { name: "게시물", exact: true }).click();
    await tabOf(page, "X").click();
    await expect(openPost(page).texts.first()).toBeEditable();
    // The bar at the bottom, in reach of the thumb; nothing else on the page does the same.
    await page.getByRole("button", { name: "복사", exact: true }).click();
    await expect.poll(readClipboard).toContain("온별시");
    await page.getByRole("button", { name: "승인", exact: true }).click();
    await expect(tabOf(page, "X")).toContainText("승인됨");
    await expect(page.getByRole("button", { name: "승인됨", exact: true })).toBeDisabled();
    await page.getByRole("tabpanel").getByRole("button", { name: "승인 취소" }).click();
    await expect(page.getByRole("button", { name: "승인", exact: true })).toBeEnabled();
    expect(await widthsOver(page)).toEqual([]);
    await context.close();
  });
}

async function signedInOn(browser: Browser, screen: Parameters<Browser["newContext"]>[0]): Promise<BrowserContext> {
  return browser.newContext({ ...screen, storageState: await shared.storageState() });
}
