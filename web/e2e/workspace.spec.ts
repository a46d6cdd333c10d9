import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { holdScripts } from "./pages";
import { convertByApi, ownOrigin, personIn } from "./people";

const ARTICLE = `한빛시, 시내버스 요금 200원 올린다

한빛시가 내년 3월부터 시내버스 요금을 200원 올린다. 시는 26일 물가대책위원회를 열어 이같이 결정했다고 밝혔다.
성인 일반 요금은 1,500원에서 1,700원이 된다. 청소년 요금 1,000원은 그대로 둔다.
이수진 한빛시 교통국장은 "연료비가 3년 사이 21% 올라 더 미루기 어려웠다"고 말했다.
시는 늘어나는 수입 연 84억원을 심야버스 12개 노선을 늘리는 데 쓰기로 했다.`;

let context: BrowserContext;
let page: Page;

test.beforeEach(async ({ browser }) => {
  ({ context, page } = await personIn(browser));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});
test.afterEach(() => context.close());

const input = () => page.getByLabel("기사 주소, 본문, 파일");
const convert = () => page.getByRole("button", { name: /^변환/ });
const tab = (name: string) => page.getByRole("tab", { name });
const standing = () => page.getByRole("status").filter({ hasText: "게시물" }).first();

async function openNew(): Promise<void> {
  await page.goto("/ko/app");
  await expect(page.getByRole("button", { name: "뉴스레터" })).toBeVisible();
}

test("an article becomes posts, a sentence lights its source, and the post is copied and approved by keys", async () => {
  await openNew();
  await input().fill(ARTICLE);
  await expect(page.getByText(/본문 \d+자로 읽습니다/)).toBeVisible();
  await input().press("Control+Enter");
  await page.waitForURL("**/app/conversions/**");
  await expect(standing()).toContainText("게시물 6/6");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("한빛시, 시내버스 요금 200원 올린다");

  const first = page.getByRole("button", { name: /^1번 문장/ });
  await first.focus();
  await expect(first).toHaveAttribute("data-lit", "true");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("data-lit", "true");
  await expect(page.getByRole("button", { name: /^2번 문장/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(first).not.toHaveAttribute("data-lit", "true");

  await page.keyboard.press("2");
  await expect(tab("스레드")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("[");
  await expect(tab("X(트위터)")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("c");
  await expect(page.getByText("X(트위터) 게시물을 복사했습니다")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("200원");
  await page.keyboard.press("a");
  await expect(tab("X(트위터)")).toContainText("승인됨");
  await page.reload();
  await expect(tab("X(트위터)")).toContainText("승인됨");
});

test("what is refused or cannot be read is said in place, and the input is not lost", async () => {
  await openNew();
  await convert().click();
  await expect(page.getByText("변환할 기사를 넣어 주세요.")).toBeVisible();
  await input().fill("http://127.0.0.1/secret");
  await convert().click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("이 주소는 읽을 수 없습니다");
  await page.reload();
  await expect(input()).toHaveValue("http://127.0.0.1/secret");
  await input().fill("짧다.");
  await convert().click();
  await page.waitForURL("**/app/conversions/**");
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "입력 고치기" }).click();
  await page.waitForURL("**/ko/app");
});

test("a file is read as what it is, for every platform, and the posts leave as a file", async () => {
  await openNew();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "버스 기사.txt", mimeType: "text/plain", buffer: Buffer.from(ARTICLE) });
  await expect(page.getByText("버스 기사.txt")).toBeVisible();
  await page.getByRole("button", { name: "모두 선택" }).click();
  await convert().click();
  await page.waitForURL("**/app/conversions/**");
  await expect(standing()).toContainText("게시물 22/22", { timeout: 60_000 });
  await page.getByRole("button", { name: "내보내기" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV", exact: false }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  await page.setViewportSize({ width: 360, height: 780 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
});

test("a line that breaks again and again loses no post and doubles none", async () => {
  let asked = 0;
  await context.route("**/events", async (route) => {
    asked += 1;
    if (asked % 2 === 1) return route.abort();
    return route.continue();
  });
  await openNew();
  await input().fill(`${ARTICLE}\n시는 다음 달 공청회를 연다.`);
  await convert().click();
  await page.waitForURL("**/app/conversions/**");
  await expect(standing()).toContainText("완료 · 게시물 6/6");
  await expect(page.getByRole("tab")).toHaveCount(6);
});

test("commands are found by name, conversions by their title, and every key is listed", async () => {
  await convertByApi(context);
  await openNew();
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "단축키" })).toContainText("명령 찾기");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  const search = page.getByRole("combobox", { name: "명령 찾기" });
  await search.fill("시내버스");
  await expect(page.getByRole("option", { name: /시내버스 요금/ })).toBeVisible();
  await search.press("Enter");
  await page.waitForURL("**/app/conversions/**");
  await expect(page.getByRole("tab")).toHaveCount(5);
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL("**/app/history");
});

test("somebody else's conversion is not there", async ({ browser }) => {
  const other = await personIn(browser);
  const id = await convertByApi(other.context);
  await other.context.close();
  await page.goto(`/ko/app/conversions/${id}`);
  await expect(page.getByRole("heading", { name: "이 변환을 찾을 수 없습니다" })).toBeVisible();
});

test("a tab that is pressed before the page's scripts run is open when they do", async () => {
  const id = await convertByApi(context);
  const letGo = await holdScripts(page);
  await page.goto(`/ko/app/conversions/${id}`, { waitUntil: "commit" });
  await tab("링크드인").click();
  await expect(tab("링크드인")).toHaveAttribute("aria-selected", "false");
  letGo();
  await expect(tab("링크드인")).toHaveAttribute("aria-selected", "true");
});

test("tabs that somebody has gone along before the page's scripts run stay where they are when they do", async () => {
  const id = await convertByApi(context, { platforms: ["x", "threads", "linkedin", "kakao", "facebook", "telegram"] });
  await page.setViewportSize({ width: 360, height: 780 });
  const letGo = await holdScripts(page);
  await page.goto(`/ko/app/conversions/${id}`, { waitUntil: "commit" });
  const along = await page.getByRole("tablist").evaluate((list) => {
    list.scrollLeft = 300;
    return list.scrollLeft;
  });
  expect(along).toBeGreaterThan(0);
  letGo();
  await expect(page.getByRole("tabpanel").locator("textarea[data-place]").first()).toBeEditable();
  expect(await page.getByRole("tablist").evaluate((list) => list.scrollLeft)).toBe(along);
  await tab("텔레그램").click();
  await expect(tab("텔레그램")).toHaveAttribute("aria-selected", "true");
});

test("an article that is put in and sent before the page's scripts run is converted when they do", async () => {
  const asked: string[] = [];
  page.on("request", (request) => request.isNavigationRequest() && asked.push(request.url()));
  const letGo = await holdScripts(page);
  await page.goto("/ko/app", { waitUntil: "commit" });
  await input().fill(ARTICLE);
  await convert().click();
  await expect(input()).toHaveValue(ARTICLE);
  letGo();
  await page.waitForURL("**/app/conversions/*");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("한빛시, 시내버스 요금 200원 올린다");
  expect(asked, "the browser itself has sent nothing").toHaveLength(1);
});

test("an article that is put in before the page's scripts run stays, and the kept choices hold for it", async () => {
  await openNew();
  await page.getByRole("button", { name: "모두 선택" }).click();
  const letGo = await holdScripts(page);
  await page.goto("/ko/app", { waitUntil: "commit" });
  await input().fill(ARTICLE);
  await input().press("Control+Enter");
  letGo();
  await page.waitForURL("**/app/conversions/*");
  await expect(standing()).toContainText("/22");
});

test("an opened conversion is there before any script runs, in the team's workspace too", async ({ browser }) => {
  const made = await context.request.post("/api/v1/workspaces", { data: { name: "사회부" }, headers: ownOrigin() });
  const team = (await made.json()).id;
  const id = await convertByApi(context, { workspace: team });
  await page.addInitScript((chosen) => sessionStorage.setItem("newsforge-workspace", chosen), "");
  await page.goto(`/ko/app/conversions/${id}`);
  await expect(page.getByRole("heading", { name: "이 변환을 찾을 수 없습니다" })).toBeVisible();

  await context.addCookies([{ name: "newsforge_workspace", value: team, url: page.url() }]);
  const still = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const paper = await still.newPage();
  await paper.goto(page.url());
  await expect(paper.getByRole("heading", { level: 1 })).toHaveText("한빛시, 시내버스 요금 200원 올린다");
  await expect(paper.getByRole("button", { name: /^1번 문장/ })).toBeVisible();
  await expect(paper.getByRole("tab", { name: "X(트위터)" })).toBeVisible();
  await expect(paper.getByRole("textbox").first()).toHaveValue(/200원/);
  await still.close();

  // The cookie speaks of the browser; this tab is in another workspace, and does not go on showing the team's.
  await page.reload();
  await expect(page.getByRole("heading", { name: "이 변환을 찾을 수 없습니다" })).toBeVisible();
});
