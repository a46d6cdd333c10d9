import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { openPost, storedPost, tabOf, typeOver } from "./desk";
import { convertByApi, newAddress, ownOrigin, PASSWORD, personIn } from "./people";

// One person and one conversion; each test has a platform to itself.
let context: BrowserContext;
let email: string;
let address: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  ({ context, email } = await personIn(browser));
  const platforms = ["x", "threads", "linkedin", "kakao", "facebook", "telegram"];
  address = `/ko/app/conversions/${await convertByApi(context, { platforms })}`;
});
test.afterAll(() => context.close());
test.beforeEach(async () => {
  page = await context.newPage();
});
test.afterEach(() => page.close());

async function open(platform: string) {
  await page.goto(address);
  await tabOf(page, platform).click();
  await expect(tabOf(page, platform)).toHaveAttribute("aria-selected", "true");
  const post = openPost(page);
  await expect(post.texts.first()).toBeEditable();
  return post;
}

test("a figure that is not in the article goes out only with a reason, which stays with it", async () => {
  const post = await open("카카오톡");
  await typeOver(post.texts.first(), "200원", "300원");
  await expect(post.attention.getByText("원문과 다른 숫자: 300원")).toBeVisible();
  await expect(post.saved).toBeVisible();
  await expect(post.approve).toBeDisabled();
  await expect(post.approve).toHaveAccessibleDescription(/지우거나 근거를 적으면 승인할 수 있습니다/);
  const stored = await storedPost(page, "kakao");
  const forced = await page.request.post(`/api/v1/posts/${stored.id}/approve`, {
    headers: { ...ownOrigin(), "if-match": `"${stored.version}"` },
  });
  expect(forced.status(), "the service refuses it, too").toBeGreaterThanOrEqual(400);

  await post.attention.getByRole("button", { name: "근거를 적고 유지" }).first().click();
  await page.keyboard.type("시청 담당자에게 전화로 확인");
  await page.keyboard.press("Enter");
  await expect(post.attention.getByText("유지 · 시청 담당자에게 전화로 확인").first()).toBeVisible();
  await post.approve.click();
  await expect(post.panel.getByText(/^승인됨 · /)).toBeVisible();
  await page.reload();
  await tabOf(page, "카카오톡").click();
  await expect(post.panel.getByText(/^승인됨 · /)).toBeVisible();
  await expect(post.attention.getByText("유지 · 시청 담당자에게 전화로 확인").first()).toBeVisible();
});

test("a sentence that was taken out is back by one press, and what was typed is there after a reload", async () => {
  const post = await open("페이스북");
  const before = await post.texts.first().inputValue();
  await typeOver(post.texts.first(), "200원", "999원");
  await post.attention.getByRole("button", { name: "지우기" }).first().click();
  await expect(post.texts.first()).not.toHaveValue(/999원/);
  await page.getByRole("button", { name: "되돌리기", exact: true }).click();
  await expect(post.texts.first()).toHaveValue(/999원/);
  await typeOver(post.texts.first(), "999원", "200원");
  await expect(post.texts.first()).toHaveValue(before);
  await expect(post.attention.getByText(/원문.* 숫자/)).toHaveCount(0);

  await typeOver(post.texts.first(), "올린다", "인상한다");
  await expect(post.saved).toBeVisible();
  await page.reload();
  await tabOf(page, "페이스북").click();
  await expect(post.texts.first()).toHaveValue(/인상한다/);
});

test("access that ran out in the middle of an edit is renewed, and the edit is saved", async () => {
  const post = await open("링크드인");
  await context.clearCookies({ name: /access$/ });
  await typeOver(post.texts.first(), "올린다", "인상한다");
  await expect(post.saved).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect((await storedPost(page, "linkedin")).parts[0].text).toContain("인상한다");
});

test("a session ended from elsewhere in the middle of an edit: the password, and the edit is saved", async ({
  browser,
}) => {
  const post = await open("스레드");
  await typeOver(post.texts.first(), "올린다", "인상한다");
  await endEverySession(browser);
  await expect(page.getByRole("dialog", { name: "다시 로그인해 주세요" })).toBeVisible();
  await page.getByRole("dialog").getByLabel("비밀번호").fill(PASSWORD);
  await page.getByRole("dialog").getByRole("button", { name: "계속하기" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(post.texts.first()).toHaveValue(/인상한다/);
  await expect(post.saved).toBeVisible();
  expect((await storedPost(page, "threads")).parts[0].text).toContain("인상한다");
});

async function endEverySession(browser: Browser): Promise<void> {
  const elsewhere = await browser.newContext();
  const headers = ownOrigin();
  const session = { data: { email, password: PASSWORD }, headers };
  expect((await elsewhere.request.post("/api/v1/auth/session", session)).status()).toBe(204);
  expect((await elsewhere.request.post("/api/v1/auth/sign-out/all", { headers })).ok()).toBe(true);
  await elsewhere.close();
}

test("without a network a banner says so, and what is typed meanwhile is saved when it is back", async () => {
  const post = await open("텔레그램");
  await context.setOffline(true);
  await expect(page.getByText("인터넷에 연결되어 있지 않습니다").first()).toBeVisible();
  await typeOver(post.texts.first(), "올린다", "인상한다");
  await expect(post.panel.getByText("연결이 없어 이 브라우저에 보관했습니다")).toBeVisible();
  await context.setOffline(false);
  await expect(post.saved).toBeVisible();
  await expect(page.getByText("인터넷에 연결되어 있지 않습니다")).toHaveCount(0);
  expect((await storedPost(page, "telegram")).parts[0].text).toContain("인상한다");
});

test("a save that is refused for its number is tried again when its time has come", async () => {
  const post = await open("X");
  let refused = 0;
  await page.route("**/api/v1/posts/*", (route) => {
    if (route.request().method() !== "PATCH" || refused > 0) return route.continue();
    refused += 1;
    return route.fulfill(tooMany(2));
  });
  const wanted = newAddress().slice(7, 11);
  await typeOver(post.texts.first(), "올린다", `올린다 ${wanted}`);
  await expect(post.saved).toBeVisible();
  expect(refused).toBe(1);
  expect(JSON.stringify((await storedPost(page, "x")).parts)).toContain(wanted);
});

test("too many conversions: the words count down, and the same article can be sent when they end", async () => {
  await page.goto("/ko/app");
  const wait = { s: 3 };
  await page.route("**/api/v1/conversions", (route) =>
    route.request().method() === "POST" && wait.s > 0 ? route.fulfill(tooMany(wait.s)) : route.continue(),
  );
  const input = page.getByLabel("기사 주소, 본문, 파일");
  await input.fill(
    "한빛시가 내년 3월부터 시내버스 요금을 200원 올린다. 시는 26일 위원회를 열어 이같이 결정했다고 밝혔다.",
  );
  await input.press("Control+Enter");
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText(/[123]초 뒤/);
  await expect(alert).toContainText("1초 뒤");
  wait.s = 0;
  await alert.getByRole("button", { name: "다시 시도" }).click();
  await page.waitForURL("**/app/conversions/*");
});

test("a server that is away is told in words, with the article still in its place", async () => {
  await page.goto("/ko/app");
  await expect(page.getByRole("button", { name: "카카오톡" })).toBeVisible();
  await page.route("**/api/v1/**", (route) => route.abort());
  const input = page.getByLabel("기사 주소, 본문, 파일");
  await input.fill("한빛시가 내년 3월부터 시내버스 요금을 200원 올린다.");
  await input.press("Control+Enter");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("서버에 닿지 않습니다");
  await expect(input).toHaveValue(/200원 올린다/);
});

function tooMany(afterS: number) {
  const body = { type: "about:blank", title: "Too many requests", status: 429, code: "rate_limited" };
  const headers = { "retry-after": String(afterS), "content-type": "application/problem+json" };
  return { status: 429, headers, body: JSON.stringify(body) };
}
