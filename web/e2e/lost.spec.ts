import { expect, test } from "@playwright/test";
import { personIn } from "./people";

test("an address without a page is said in the page's language, with ways to go on", async ({ page, browser }) => {
  for (const [address, heading, way] of [
    ["/ko/nowhere/at/all", "이 주소에는 페이지가 없습니다", "처음으로"],
    ["/en/nowhere", "There is no page at this address", "Home"],
    ["/old-story.html", "이 주소에는 페이지가 없습니다", "처음으로"],
    ["/ja/nowhere", "このアドレスのページはありません", "トップへ"],
  ] as const) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.getByRole("link", { name: way })).toBeVisible();
  }
  const { context, page: desk } = await personIn(browser);
  expect((await desk.goto("/ko/app/nowhere"))?.status()).toBe(404);
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("이 주소에는 페이지가 없습니다");
  await desk.getByRole("main").getByRole("link", { name: "기록 보기" }).click();
  await expect(desk.getByRole("heading", { name: "기록" })).toBeVisible();
  await context.close();
});
