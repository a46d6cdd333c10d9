import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { ownOrigin, personIn } from "./people";

const STORY =
  "한국은행은 27일 기준금리를 연 2.50%로 동결했다고 밝혔다. 금융통화위원회는 이날 서울 본부에서 회의를 열고 이같이 결정했다. 지난달 소비자물가는 1년 전보다 2.1% 올랐다.";

async function convert(context: BrowserContext, title: string, platforms = ["x"]): Promise<void> {
  const headers = ownOrigin();
  const data = { platforms, source: { text: `${title}\n\n${STORY}` } };
  expect((await context.request.post("/api/v1/conversions", { data, headers })).status()).toBe(202);
}

const rows = (page: Page) => page.getByRole("main").getByRole("list", { name: "기록" }).getByRole("listitem");

test("the history is searched and filtered by the address, and empty ones say what to do", async ({ browser }) => {
  const { context, page } = await personIn(browser);
  await page.goto("/ko/app/history");
  await expect(page.getByRole("link", { name: "첫 기사 변환하기" })).toBeVisible();
  await convert(context, "반도체 수출 늘어");
  await convert(context, "기준금리 동결", ["kakao", "x"]);
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).getByText("완료")).toHaveCount(2);

  await page.getByLabel("제목 검색").fill("반도체");
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/\?q=/);
  await page.getByLabel("플랫폼").selectOption("kakao");
  await expect(page.getByText("조건에 맞는 기록이 없습니다")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("제목 검색")).toHaveValue("반도체");
  await expect(page.getByLabel("플랫폼")).toHaveValue("kakao");
  await page.getByRole("button", { name: "조건 지우기" }).first().click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page).not.toHaveURL(/\?/);
  await context.close();
});

test("a deletion is taken back, or happens at the latest when the page is left", async ({ browser }) => {
  const { context, page } = await personIn(browser);
  await convert(context, "남을 기사");
  await convert(context, "지울 기사");
  await page.goto("/ko/app/history");
  await page.getByRole("button", { name: "삭제: 지울 기사" }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "되돌리기" }).click();
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole("button", { name: "삭제: 지울 기사" }).click();
  await page.goto("/ko/app/settings");
  await expect.poll(async () => (await (await context.request.get("/api/v1/conversions")).json()).items.length).toBe(1);
  await page.goto("/ko/app/history");
  await expect(rows(page)).toHaveText([/남을 기사/]);
  await context.close();
});

test("an article is converted again with the same choices", async ({ browser }) => {
  const { context, page } = await personIn(browser);
  await convert(context, "다시 쓸 기사", ["kakao", "threads"]);
  await page.goto("/ko/app/history");
  await expect(rows(page).getByText("완료")).toBeVisible();
  await page.getByRole("button", { name: /다시 변환: 다시 쓸 기사/ }).click();
  await page.waitForURL(/\/app\/conversions\//);
  const { items } = await (await context.request.get("/api/v1/conversions")).json();
  expect(items).toHaveLength(2);
  expect(items[0].platforms).toEqual(items[1].platforms);
  await context.close();
});

test("a long history comes page by page and stands where it was on the way back", async ({ browser }) => {
  const { context, page } = await personIn(browser);
  for (let each = 1; each <= 23; each++) await convert(context, `기사 ${each}`);
  await page.goto("/ko/app/history");
  await expect(rows(page).first()).toContainText("기사 23");
  await page.mouse.wheel(0, 4000);
  await expect(rows(page)).toHaveCount(23);
  const oldest = page.getByRole("link", { name: "기사 1", exact: true });
  await oldest.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(100);
  await oldest.click();
  await page.waitForURL(/\/app\/conversions\//);
  await page.goBack();
  await expect(rows(page)).toHaveCount(23);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before - 200);
  await context.close();
});
