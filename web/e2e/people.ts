import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

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
  const email = newAddress();
  const page = await context.newPage();
  await page.goto("/ko/sign-in");
  const origin = new URL(page.url()).origin;
  const headers = { origin };
  const body = { email, password: PASSWORD, name: "김하늘", language: "ko" };
  expect((await context.request.post("/api/v1/auth/sign-up", { data: body, headers })).status()).toBe(201);
  const session = { data: { email, password: PASSWORD }, headers };
  expect((await context.request.post("/api/v1/auth/session", session)).status()).toBe(204);
  return { context, page, email };
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
