import { expect, type Page, test } from "@playwright/test";
import { openPost, pasted, tabOf, waitUntilDone, watchClipboard } from "./desk";
import { personIn } from "./people";

/** Tab until `wanted` has the focus: what a person without a mouse does. */
async function tabTo(page: Page, wanted: ReturnType<Page["locator"]>, most = 60): Promise<void> {
  for (let step = 0; step < most; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached with ${most} tabs`);
}

test("without a mouse: convert, look, edit, copy, approve, and find every key", async ({ browser }) => {
  const { context, page } = await personIn(browser);
  const readClipboard = await watchClipboard(page);
  await page.goto("/ko/app");
  await expect(page.getByRole("button", { name: "카카오톡" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "본문으로 건너뛰기" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("기사 주소, 본문, 파일"), 6);
  await page.keyboard.insertText(pasted("ko-city-budget"));
  await page.keyboard.press("Control+Enter");
  await page.waitForURL("**/app/conversions/*");
  await waitUntilDone(page);

  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "단축키" });
  await expect(list).toContainText("게시물 복사");
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);

  await page.keyboard.press("5");
  await expect(tabOf(page, "카카오톡")).toHaveAttribute("aria-selected", "true");
  const { texts, sentences, saved } = openPost(page);
  await expect(texts.first()).toBeEditable();
  await page.keyboard.press("e");
  await expect(texts.first()).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("자세한 내용은 본문에 있다.");
  await page.keyboard.press("Tab");
  await expect(texts.first()).not.toBeFocused();
  await expect(saved).toBeVisible();

  await tabTo(page, sentences.first(), 4).catch(() => page.keyboard.press("Shift+Tab"));
  await page.keyboard.press("c");
  await expect.poll(readClipboard).toContain("자세한 내용은 본문에 있다.");
  await page.keyboard.press("1");
  await expect(tabOf(page, "X")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("a");
  await expect(tabOf(page, "X")).toContainText("승인됨");

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "명령 찾기" })).toBeFocused();
  await page.keyboard.insertText("모두 복사");
  await page.keyboard.press("Enter");
  await expect.poll(readClipboard).toContain("[카카오톡]");
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL("**/app/history");
  await context.close();
});
