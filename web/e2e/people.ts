import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
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

/** The newest letter to somebody in the outbox of the service, decoded enough to find its link. */
export async function letterTo(email: string): Promise<string> {
  const folder = join(process.env.E2E_DATA ?? "", "outbox");
  let found = "";
  await expect
    .poll(() => {
      const names = readdirSync(folder)
        .filter((name) => name.endsWith(".eml"))
        .sort()
        .reverse();
      found = names.map((name) => readFileSync(join(folder, name), "utf8")).find((text) => text.includes(email)) ?? "";
      return found.length;
    })
    .toBeGreaterThan(0);
  return found.replace(/=\r?\n/g, "").replace(/=3D/g, "=");
}

export function linkIn(letter: string): string {
  return /https?:\/\/[^\s"<>]+#token=[\w-]+/.exec(letter)?.[0] ?? "";
}
