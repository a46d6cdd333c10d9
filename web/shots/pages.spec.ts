import { mkdirSync } from "node:fs";
import { type BrowserContext, test } from "@playwright/test";
import { convertByApi, personIn } from "../e2e/people";

const FOLDER = process.env.SHOTS ?? "../shots";
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 780 } };
const PAGES: Record<string, string> = {
  landing: "",
  pricing: "/pricing",
  "sign-up": "/sign-up",
  "sign-in": "/sign-in",
  convert: "/app",
  history: "/app/history",
  developers: "/app/developers",
  settings: "/app/settings",
  "api-keys": "/app/settings/keys",
  members: "/app/settings/workspace",
  vendors: "/app/settings/vendors",
};

/** Every main page as people see it; look at them after each change of the pages. */
test("pictures of every page", async ({ browser }) => {
  mkdirSync(FOLDER, { recursive: true });
  const only = process.env.SHOTS_ONLY?.split(",");
  for (const [size, viewport] of Object.entries(SIZES)) {
    const { context } = await personIn(browser, { viewport, reducedMotion: "reduce" });
    const conversion = await convertByApi(context, {
      platforms: ["x", "threads", "instagram", "linkedin", "kakao", "sms", "newsletter", "naver_blog"],
    });
    const pages = { ...PAGES, workspace: `/app/conversions/${conversion}` };
    for (const [name, path] of Object.entries(pages)) {
      if (only && !only.includes(name)) continue;
      for (const language of ["ko", "en"]) await shoot(context, `/${language}${path}`, `${name}-${language}-${size}`);
    }
    await context.close();
  }
});

async function shoot(context: BrowserContext, path: string, name: string): Promise<void> {
  const page = await context.newPage();
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `${FOLDER}/${name}-${scheme}.png` });
  }
  await page.close();
}
