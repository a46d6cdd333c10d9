import { expect, type Locator, test } from "@playwright/test";
import { convertByPage, openPost, pasted, tabOf, waitUntilDone, watchClipboard } from "./desk";
import { signUpByPage } from "./people";

const LONGEST_S = 120;

/** Numbers of the article's sentences that are lit. */
async function lit(article: Locator): Promise<number> {
  return article.locator("[data-lit=true]").count();
}

test("from the landing page to an approved and copied thread, as a new person", async ({ page }) => {
  const startedAt = Date.now();
  const readClipboard = await watchClipboard(page);

  await page.goto("/ko");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("기사 한 건을");
  const example = page.getByRole("region", { name: "변환 예시" });
  await expect(example.getByRole("tabpanel")).toBeVisible();
  const sentencesOfExample = example.getByRole("tabpanel").getByRole("button");
  // A pointer that came before the page listens is seen when it moves again.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await sentencesOfExample.first().hover();
    await expect(example.getByText("근거: 원문 제목")).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  await sentencesOfExample.nth(1).hover();
  await expect(example.getByText(/근거: 원문 [\d, ]+번 문장/)).toBeVisible();
  await page.getByRole("link", { name: "무료로 시작하기" }).first().click();
  await page.waitForURL("**/ko/sign-up");
  await signUpByPage(page);

  // Each post is announced when it is there; the tabs are looked at from the first moment on.
  const appeared: string[] = [];
  await page.exposeFunction("newsforgeSaw", (name: string) => appeared.push(name));
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      for (const tab of document.querySelectorAll("[role=tab]")) {
        const isThere = !/쓰는 중|실패|쓰지 않음/.test(tab.textContent ?? "");
        if (!isThere || seen.has(tab.id)) continue;
        seen.add(tab.id);
        (window as unknown as { newsforgeSaw(name: string): void }).newsforgeSaw(tab.id);
      }
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await convertByPage(page, pasted("ko-city-budget"));
  await waitUntilDone(page);
  await expect(page.getByRole("tab")).toHaveCount(6);
  await expect.poll(() => appeared.length).toBe(6);
  expect(new Set(appeared).size, "no post comes twice").toBe(6);
  const convertedS = (Date.now() - startedAt) / 1000;

  const { sentences, texts, approve } = openPost(page);
  const article = page.getByRole("region", { name: "원문" });
  await expect(article.getByRole("listitem").first()).toContainText("온별시가 내년도 예산안을");
  await expect(sentences.first()).toBeVisible();
  await page.mouse.move(0, 0);
  expect(await lit(article)).toBe(0);
  await pointAt(sentences.first());
  await expect.poll(() => lit(article)).toBeGreaterThan(0);
  await page.mouse.move(0, 0);
  await expect.poll(() => lit(article)).toBe(0);
  await sentences.first().focus();
  await expect.poll(() => lit(article)).toBeGreaterThan(0);
  await page.keyboard.press("Enter");
  await expect(sentences.first()).toHaveAttribute("aria-pressed", "true");
  await tabOf(page, "X").focus();
  expect(await lit(article), "what is pinned stays").toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await expect.poll(() => lit(article)).toBe(0);

  const written = await texts.evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value));
  await page.getByRole("tabpanel").getByRole("button", { name: "복사", exact: true }).click();
  await expect(page.getByRole("tabpanel").getByRole("button", { name: "복사했습니다" })).toBeVisible();
  const copied = await readClipboard();
  for (const text of written) expect(copied).toContain(text);

  await approve.click();
  await expect(page.getByRole("tabpanel").getByText(/^승인됨 · /)).toBeVisible();
  await expect(tabOf(page, "X")).toContainText("승인됨");

  const tookS = (Date.now() - startedAt) / 1000;
  const measured = `${tookS.toFixed(1)} s, posts after ${convertedS.toFixed(1)} s`;
  test.info().annotations.push({ type: "journey", description: measured });
  process.stdout.write(`  landing to approved and copied: ${measured}\n`);
  expect(tookS).toBeLessThan(LONGEST_S);
});

/** The textarea lies over its sentences, so the pointer is moved rather than told to hover them. */
async function pointAt(sentence: Locator): Promise<void> {
  const box = await sentence.boundingBox();
  if (!box) throw new Error("the sentence is not on the page");
  await sentence.page().mouse.move(box.x + Math.min(20, box.width / 2), box.y + Math.min(10, box.height / 2));
}
