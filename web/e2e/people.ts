import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";

export const PASSWORD = "four quiet harbor lanterns";

export function newAddress(): string {
  return `editor-${randomUUID().slice(0, 12)}@newsroom.example.com`;
}

/** Sign up and sign in through the pages, as a person does; ends in the workspace. */
export async function signUpByPage(page: Page, { language = "ko", email = newAddress() } = {}): Promise<string> {
  await page.goto(`/${language}/sign-up`);
  await page.locator("input[name=name]").fill("김하늘");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(`**/${language}/app`);
  return email;
}

/** A signed-in context made by the API alone: for journeys that are about something else. */
export async function personIn(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{
  context: BrowserContext;
  page: Page;
  email: string;
}> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  return { context, page, email: await signInByApi(context) };
}

/** A new account, signed in, in a context that is there already. */
export async function signInByApi(context: BrowserContext): Promise<string> {
  const email = newAddress();
  const headers = ownOrigin();
  const body = { email, password: PASSWORD, name: "김하늘", language: "ko" };
  expect((await context.request.post("/api/v1/auth/sign-up", { data: body, headers })).status()).toBe(201);
  const session = { data: { email, password: PASSWORD }, headers };
  expect((await context.request.post("/api/v1/auth/session", session)).status()).toBe(204);
  return email;
}

/** The text of the newest letter to somebody in the outbox of the service, or nothing yet. */
export function letterTo(email: string): string {
  const folder = join(process.env.E2E_DATA ?? "", "outbox");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".eml")) : [];
  const letters = names
    .sort()
    .reverse()
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const letter = letters.find((text) => text.includes(`To: ${email}`)) ?? "";
  const base64 = /text\/plain[\s\S]*?base64\r?\n\r?\n([\s\S]*?)\r?\n--/.exec(letter)?.[1];
  return base64 ? Buffer.from(base64, "base64").toString("utf8") : letter;
}

/** Wait for a letter with a link to `page`; letters go out by the queue. */
export async function waitForLink(email: string, page: string): Promise<string> {
  await expect.poll(() => linkIn(letterTo(email))).toContain(`/${page}#token=`);
  return linkIn(letterTo(email));
}

function linkIn(letter: string): string {
  return /https?:\/\/[^\s"<>]+#token=[\w-]+/.exec(letter)?.[0] ?? "";
}

/** Invite somebody as an editor to a new team of whoever is signed in; the link of the letter. */
export async function inviteByApi(owner: BrowserContext, email: string, team: string): Promise<string> {
  const headers = ownOrigin();
  const made = await owner.request.post("/api/v1/workspaces", { data: { name: team }, headers });
  expect(made.status()).toBe(201);
  const inside = { ...headers, "NewsForge-Workspace": (await made.json()).id };
  const invited = await owner.request.post("/api/v1/invitations", { data: { email }, headers: inside });
  expect(invited.status()).toBe(201);
  return await waitForLink(email, "ko/invitation");
}

/** What signed-in API calls of a test need besides the cookies. */
export function ownOrigin(): Record<string, string> {
  return { origin: new URL(test.info().project.use.baseURL ?? "").origin };
}

const ARTICLE = `한빛시, 시내버스 요금 200원 올린다

한빛시가 내년 3월부터 시내버스 요금을 200원 올린다. 시는 26일 물가대책위원회를 열어 이같이 결정했다고 밝혔다.
성인 일반 요금은 1,500원에서 1,700원이 된다. 청소년 요금 1,000원은 그대로 둔다.
이수진 한빛시 교통국장은 "연료비가 3년 사이 21% 올라 더 미루기 어려웠다"고 말했다.
시는 늘어나는 수입 연 84억원을 심야버스 12개 노선을 늘리는 데 쓰기로 했다.`;

/** A finished conversion of a small article, made by the API; its id. */
export async function convertByApi(
  context: BrowserContext,
  { platforms = ["x", "instagram", "linkedin", "kakao", "newsletter"], text = ARTICLE, workspace = "" } = {},
): Promise<string> {
  const inside: Record<string, string> = workspace ? { "NewsForge-Workspace": workspace } : {};
  const answer = await context.request.post("/api/v1/conversions", {
    data: { platforms, source: { text }, writer: "embedded" },
    headers: { ...ownOrigin(), ...inside, prefer: "wait=30" },
    timeout: 60_000,
  });
  expect(answer.status()).toBeLessThan(300);
  const { id } = await answer.json();
  await expect
    .poll(
      async () => (await (await context.request.get(`/api/v1/conversions/${id}`, { headers: inside })).json()).status,
      {
        timeout: 60_000,
      },
    )
    .toBe("succeeded");
  return id;
}
