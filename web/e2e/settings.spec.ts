import { type Browser, expect, type Page, test } from "@playwright/test";
import { ownOrigin, PASSWORD, personIn, waitForLink } from "./people";

test("an API key made in the page works for a program until it is revoked", async ({
  browser,
  playwright,
  baseURL,
}) => {
  const { context, page } = await personIn(browser);
  await page.goto("/ko/app/settings/keys");
  await expect(page.getByText("아직 키가 없습니다")).toBeVisible();
  await page.getByLabel("키 이름").fill("CMS 연동");
  await page.getByRole("checkbox", { name: "변환하기" }).uncheck();
  await page.getByRole("button", { name: "키 만들기" }).click();
  const key = (await page.getByTestId("made-key").textContent()) ?? "";
  expect(key).toMatch(/^nf_/);

  const program = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  expect((await program.get("/api/v1/conversions")).status()).toBe(200);
  const order = { data: { platforms: ["x"], source: { text: "한국은행은 기준금리를 연 2.50%로 동결했다고 밝혔다." } } };
  expect((await program.post("/api/v1/conversions", order)).status()).toBe(403);

  await page.getByRole("button", { name: "옮겨 적었습니다" }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("CMS 연동")).toBeVisible();
  expect(await page.content()).not.toContain(key);

  await page.getByRole("button", { name: "CMS 연동 키 폐기" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "폐기" }).click();
  await expect(page.getByText("폐기됨")).toBeVisible();
  await expect.poll(async () => (await program.get("/api/v1/conversions")).status()).toBe(401);
  await program.dispose();
  await context.close();
});

test("a session that ended is opened again in place, and nothing typed is lost", async ({ browser }) => {
  const { context, page, email } = await personIn(browser);
  await page.goto("/ko/app/settings");
  await page.getByLabel("이름", { exact: true }).fill("김하늘 편집장");
  await endSession(page);
  await page.getByRole("button", { name: "저장", exact: true }).click();

  const dialog = page.getByRole("dialog", { name: "다시 로그인해 주세요" });
  await expect(dialog.getByLabel("이메일")).toHaveValue(email);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("비밀번호").fill("not the right one at all");
  await dialog.getByRole("button", { name: "계속하기" }).click();
  await expect(dialog.getByRole("alert")).toContainText("이메일 또는 비밀번호가 맞지 않습니다");
  await dialog.getByLabel("비밀번호").fill(PASSWORD);
  await dialog.getByRole("button", { name: "계속하기" }).click();
  await expect(dialog).toHaveCount(0);

  await expect(page.getByLabel("이름", { exact: true })).toHaveValue("김하늘 편집장");
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await expect(page.getByText("저장했습니다")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("이름", { exact: true })).toHaveValue("김하늘 편집장");
  await context.close();
});

test("an access cookie that ran out is renewed without a word", async ({ browser }) => {
  const { context, page } = await personIn(browser);
  await page.goto("/ko/app/settings");
  await expect(page.getByLabel("이름", { exact: true })).toHaveValue("김하늘");
  await context.clearCookies({ name: /access$/ });
  await page.getByLabel("이름", { exact: true }).fill("하늘");
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await expect(page.getByText("저장했습니다")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect((await context.cookies()).map(({ name }) => name).join()).toContain("access");
  await context.close();
});

test("a member is invited by letter, joins, gets another role and is removed", async ({ browser }) => {
  const owner = await personIn(browser);
  const guest = await personIn(browser);
  const stranger = await personIn(browser);
  await owner.page.goto("/ko/app/settings/workspace");
  await owner.page.getByLabel("새 워크스페이스 이름").fill("디지털뉴스부");
  await owner.page.getByRole("button", { name: "만들기", exact: true }).click();
  await expect(owner.page.getByRole("button", { name: "워크스페이스: 디지털뉴스부" })).toBeVisible();
  await owner.page.getByLabel("초대할 이메일").fill(guest.email);
  await owner.page.getByRole("radio", { name: /보기 전용/ }).check();
  await owner.page.getByRole("button", { name: "초대 보내기" }).click();
  await expect(owner.page.getByText("초대를 보냈습니다")).toBeVisible();

  const link = await waitForLink(guest.email, "ko/invitation");
  // Who opens somebody else's letter is told so, and gets to a sign-in and sign-up that still lead to the invitation.
  await stranger.page.goto(link);
  await stranger.page.getByRole("button", { name: "참여하기" }).click();
  await expect(stranger.page.getByRole("heading", { name: "이 초대로는 참여할 수 없습니다" })).toBeVisible();
  await stranger.page.getByRole("button", { name: "다른 계정으로 로그인" }).click();
  await stranger.page.waitForURL("**/sign-in?next=*invitation*");
  await stranger.page.getByRole("link", { name: /가입하기/ }).click();
  await stranger.page.waitForURL("**/sign-up?next=*invitation*");
  await stranger.context.close();

  await guest.page.goto(link);
  await guest.page.getByRole("button", { name: "참여하기" }).click();
  await guest.page.waitForURL("**/ko/app");
  await expect(guest.page.getByRole("heading", { name: "이 워크스페이스에서는 보기만 할 수 있습니다" })).toBeVisible();
  // The letter came to their address: there is nothing left to confirm.
  await expect(guest.page.getByText("확인되지 않았습니다")).toHaveCount(0);
  await guest.page.goto("/ko/app/settings/keys");
  await expect(guest.page.getByText("키는 이 워크스페이스의 관리자와 소유자만 다룹니다")).toBeVisible();

  await owner.page.reload();
  const row = owner.page.getByRole("list", { name: "구성원" }).getByRole("listitem").filter({ hasText: guest.email });
  await row.getByRole("combobox").selectOption("admin");
  await expect(row.getByRole("combobox")).toBeEnabled();
  await guest.page.reload();
  await expect(guest.page.getByRole("button", { name: "키 만들기" })).toBeVisible();

  await row.getByRole("button", { name: /내보내기/ }).click();
  await owner.page.getByRole("dialog").getByRole("button", { name: "내보내기" }).click();
  await expect(row).toHaveCount(0);
  // Who was taken out of a workspace finds themselves in their own again.
  await guest.page.reload();
  await expect(guest.page.getByRole("button", { name: "워크스페이스: 개인 워크스페이스" })).toBeVisible();
  await owner.context.close();
  await guest.context.close();
});

test("another device is signed out from here", async ({ browser }) => {
  const { context, page, email } = await personIn(browser);
  const other = await signInElsewhere(browser, email);
  await page.goto("/ko/app/settings/account");
  const devices = page.getByRole("list", { name: "로그인한 기기" }).getByRole("listitem");
  await expect(devices).toHaveCount(2);
  await expect(devices.filter({ hasText: "이 기기" })).toHaveCount(1);
  await devices.getByRole("button").click();
  await expect(devices).toHaveCount(1);
  await expect.poll(async () => (await other.request.get("/api/v1/me")).status()).toBe(401);
  await other.close();
  await context.close();
});

/** As if it had ended at the service: neither cookie is good any more. */
async function endSession(page: Page): Promise<void> {
  await page.context().clearCookies();
}

async function signInElsewhere(browser: Browser, email: string) {
  const context = await browser.newContext();
  const session = { data: { email, password: PASSWORD }, headers: ownOrigin() };
  const answer = await context.request.post("/api/v1/auth/session", session);
  expect(answer.status()).toBe(204);
  return context;
}
