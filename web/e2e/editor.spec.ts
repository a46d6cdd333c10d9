import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import { ownOrigin, personIn } from "./people";

const ARTICLE = `한빛시가 내년 3월부터 시내버스 요금을 200원 올린다.

한빛시는 19일 시청에서 버스정책위원회를 열고 일반 요금을 1,500원에서 1,700원으로 올리기로 의결했다. 위원 9명 가운데 7명이 찬성했다.

김도현 한빛시 교통국장은 "운송 원가가 5년 사이 23% 올라 더 미루기 어려웠다"고 말했다. 청소년 요금은 900원으로 그대로 둔다.`;

/** A conversion that is done, made by the API: these journeys are about its posts. */
async function conversionOf(browser: Browser): Promise<{ context: BrowserContext; page: Page; address: string }> {
  const { context, page } = await personIn(browser);
  const headers = ownOrigin();
  const data = { source: { text: ARTICLE }, platforms: ["kakao", "x"], languages: ["ko"], writer: "embedded" };
  const made = await context.request.post("/api/v1/conversions", { data, headers });
  expect(made.status()).toBe(202);
  const { id } = await made.json();
  const state = async () => (await (await context.request.get(`/api/v1/conversions/${id}`)).json()).status;
  await expect.poll(state, { timeout: 60_000 }).toBe("succeeded");
  return { context, page, address: `/ko/app/conversions/${id}` };
}

async function openPost(page: Page, address: string, tab: RegExp): Promise<{ panel: Locator; area: Locator }> {
  await page.goto(address);
  await page.getByRole("tab", { name: tab }).click();
  const panel = page.getByRole("tabpanel");
  const area = panel.locator("textarea.live-text-area").first();
  await expect(area).toBeEditable();
  return { panel, area };
}

async function select(area: Locator, words: string): Promise<void> {
  await area.evaluate((element: HTMLTextAreaElement, found) => {
    const at = element.value.indexOf(found);
    if (at < 0) throw new Error(`"${found}" is not in the text`);
    element.focus();
    element.setSelectionRange(at, at + found.length);
  }, words);
}

async function exchange(page: Page, area: Locator, words: string, others: string): Promise<void> {
  await select(area, words);
  await page.keyboard.insertText(others);
}

test("a figure changed by hand is stopped, put right by one press, and taken back by the keys", async ({ browser }) => {
  const { page, address } = await conversionOf(browser);
  const { panel, area } = await openPost(page, address, /카카오톡/);
  await exchange(page, area, "200원", "300원");
  await expect(panel.getByText("고친 문장 다시 확인 중")).toBeVisible();
  await expect(panel.getByText("원문과 다른 숫자: 300원")).toBeVisible();
  await expect(panel.getByText("저장됨 · 방금")).toBeVisible();
  await expect(panel.getByRole("button", { name: "승인", exact: true })).toBeDisabled();
  await panel.getByRole("button", { name: "원문대로 ‘200원’" }).click();
  await expect(panel.getByText("모든 문장이 원문에 있습니다")).toBeVisible();
  await area.focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(area).toHaveValue(/300원/);
});

test("Korean is composed into the text without a break, and both layers say the same", async ({ browser }) => {
  const { context, page, address } = await conversionOf(browser);
  const { panel, area } = await openPost(page, address, /카카오톡/);
  const keys = await context.newCDPSession(page);
  await area.evaluate((element: HTMLTextAreaElement) => {
    element.focus();
    element.setSelectionRange(0, 0);
  });
  for (const text of ["ㅎ", "하", "한"]) {
    await keys.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
    await expect(panel.locator("[data-composed]")).toHaveText(text);
  }
  // Longer than a check and a save take to come back: neither may touch what is being composed.
  await page.waitForTimeout(4_000);
  await expect(panel.locator("[data-composed]")).toHaveText("한");
  await keys.send("Input.insertText", { text: "한" });
  await page.keyboard.insertText("글 ");
  await expect(area).toHaveValue(/^한글 /);
  const layer = await panel.locator(".live-text-layer").first().textContent();
  expect(layer?.replace("\u200b", "")).toBe(await area.inputValue());
});

test("the later of two tabs sees both texts, and nothing is overwritten before it has chosen", async ({ browser }) => {
  const { context, page, address } = await conversionOf(browser);
  const other = await context.newPage();
  const mine = await openPost(page, address, /카카오톡/);
  const theirs = await openPost(other, address, /카카오톡/);
  await exchange(other, theirs.area, "올린다", "올린다고 한다");
  await expect(theirs.panel.getByText("저장됨 · 방금")).toBeVisible();
  await exchange(page, mine.area, "올린다", "인상한다");
  const conflict = mine.panel.getByRole("alert", { name: "다른 곳에서도 이 글을 고쳤습니다" });
  await expect(conflict).toContainText("올린다고 한다");
  await expect(mine.area).toHaveValue(/인상한다/);
  await conflict.getByRole("button", { name: "여기에 쓴 글로" }).click();
  await expect(mine.panel.getByText("저장됨 · 방금")).toBeVisible();
});

test("what is typed without a connection outlives the page and is saved when it is back", async ({ browser }) => {
  const { context, page, address } = await conversionOf(browser);
  const { panel, area } = await openPost(page, address, /카카오톡/);
  await context.route("**/api/v1/posts/**", (route) => route.abort());
  await exchange(page, area, "올린다", "인상한다");
  await expect(panel.getByText("연결이 없어 이 브라우저에 보관했습니다")).toBeVisible();
  page.on("dialog", (dialog) => dialog.accept());
  const again = await openPost(page, address, /카카오톡/);
  await expect(again.area).toHaveValue(/인상한다/);
  await expect(again.panel.getByText("연결이 없어 이 브라우저에 보관했습니다")).toBeVisible();
  await context.unroute("**/api/v1/posts/**");
  await expect(again.panel.getByText("저장됨 · 방금")).toBeVisible();
});

test("a thread's parts are joined, numbered anew and taken apart again", async ({ browser }) => {
  const { page, address } = await conversionOf(browser);
  const { panel, area } = await openPost(page, address, /X/);
  const parts = panel.locator("textarea.live-text-area");
  const count = await parts.count();
  await panel.getByRole("button", { name: `${count}번째 글 뒤에 추가` }).click();
  await expect(parts).toHaveCount(count + 1);
  await expect(area).toHaveValue(new RegExp(`1/${count + 1}$`));
  await page.getByRole("button", { name: "되돌리기", exact: true }).click();
  await expect(parts).toHaveCount(count);
});
