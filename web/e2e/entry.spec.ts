import { expect, test } from "@playwright/test";
import { holdScripts } from "./pages";
import { inviteByApi, newAddress, PASSWORD, personIn, signUpByPage, waitForLink } from "./people";

test("a new person signs up, is in at once, confirms the address and signs in again", async ({ page, context }) => {
  const email = await signUpByPage(page);
  const link = await waitForLink(email, "ko/verify-email");
  await page.goto(link);
  await expect(page).not.toHaveURL(/token/);
  await page.getByRole("button", { name: "확인하기" }).click();
  await expect(page.getByRole("heading", { name: "확인되었습니다" })).toBeVisible();

  await context.clearCookies();
  await page.goto("/ko/app/history");
  await expect(page).toHaveURL(/\/ko\/sign-in/);
  await page.getByLabel("이메일").fill(email);
  await page.getByLabel("비밀번호").fill("not the right one");
  await page.getByRole("button", { name: "로그인" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("이메일 또는 비밀번호가 맞지 않습니다");
  await expect(page.getByLabel("이메일")).toHaveValue(email);
  await page.getByLabel("비밀번호").fill(PASSWORD);
  await page.getByRole("button", { name: "로그인" }).click();
  await page.waitForURL("**/ko/app**");
  expect(await page.evaluate(() => document.cookie)).not.toContain("newsforge_");
});

test("a forgotten password is set anew by the letter's link, which works once", async ({ page, context }) => {
  const email = await signUpByPage(page, { language: "en" });
  await context.clearCookies();
  await page.goto("/en/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send reset link" }).click();
  await expect(page.getByRole("status")).toContainText(email);
  const link = await waitForLink(email, "en/reset-password");
  await page.goto(link);
  await page.getByLabel("New password").fill("five other harbor lanterns");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("heading", { name: "Password changed" })).toBeVisible();
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByLabel("New password").fill("six other harbor lanterns");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("expired or was used");
});

test("an address that has an account already is not given away", async ({ page, context }) => {
  const email = await signUpByPage(page);
  await context.clearCookies();
  await page.goto("/ko/sign-up");
  await page.locator("input[name=name]").fill("다른 사람");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill("another quiet password here");
  await page.locator("form button[type=submit]").click();
  await expect(page.getByRole("heading", { name: "메일을 보냈습니다" })).toBeVisible();
});

test("a broken link says so, and a weak password is refused in place", async ({ page }) => {
  await page.goto("/ko/reset-password");
  await expect(page.getByRole("heading", { name: "링크가 온전하지 않습니다" })).toBeVisible();
  await page.goto("/ko/sign-up");
  await page.locator("input[name=name]").fill("김하늘");
  await page.locator("input[name=email]").fill(newAddress());
  await page.locator("input[name=password]").fill("password1234");
  await page.locator("form button[type=submit]").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("흔한 비밀번호");
});

test("whoever forgot the password on the way to an invitation gets back to it", async ({ browser, page, context }) => {
  const email = await signUpByPage(page);
  await context.clearCookies();
  const owner = await personIn(browser);
  const link = await inviteByApi(owner.context, email, "디지털뉴스부");
  await owner.context.close();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "‘디지털뉴스부’ 초대" })).toBeVisible();
  await expect(page.getByText("김하늘 님이 ‘편집자’ 역할로 초대했습니다.")).toBeVisible();
  await page.reload();
  await page.getByRole("link", { name: "로그인" }).click();
  await page.getByRole("link", { name: "비밀번호 찾기" }).click();
  await page.waitForURL("**/forgot-password?next=*");
  expect(page.url()).not.toContain("token");
  await page.getByLabel("이메일").fill(email);
  await page.getByRole("button", { name: "재설정 메일 보내기" }).click();
  await expect(page.getByRole("status")).toContainText(email);

  // The letter opens a tab of its own.
  const tab = await context.newPage();
  await tab.goto(await waitForLink(email, "ko/reset-password"));
  await tab.getByLabel("새 비밀번호").fill("five other harbor lanterns");
  await tab.getByRole("button", { name: "비밀번호 바꾸기" }).click();
  await tab.getByRole("link", { name: "로그인" }).click();
  await tab.getByLabel("이메일").fill(email);
  await tab.getByLabel("비밀번호").fill("five other harbor lanterns");
  await tab.getByRole("button", { name: "로그인" }).click();
  await expect(tab.getByRole("heading", { name: "‘디지털뉴스부’ 초대" })).toBeVisible();
  await tab.getByRole("button", { name: "참여하기" }).click();
  await tab.waitForURL("**/ko/app");

  // Used, it says no more than any other link that is worth nothing.
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "이 초대로는 참여할 수 없습니다" })).toBeVisible();
  await expect(page.getByText("디지털뉴스부")).toHaveCount(0);
});

test("a form that is sent before the page's scripts run is sent by them, and no address carries a password", async ({
  page,
  context,
}) => {
  const email = await signUpByPage(page);
  await context.clearCookies();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const letGo = await holdScripts(page);
  await page.goto("/ko/sign-in", { waitUntil: "commit" });
  await page.getByLabel("이메일").fill(email);
  await page.getByLabel("비밀번호").fill(PASSWORD);
  await page.getByRole("button", { name: "로그인" }).click();
  await expect(page.getByLabel("비밀번호")).toHaveValue(PASSWORD);
  letGo();
  await page.waitForURL("**/ko/app");
  expect(asked.filter((address) => address.includes("password="))).toEqual([]);
});
