import type { Page } from "@playwright/test";

/** Every page, without its language: those that anybody sees, and those behind a sign-in. */
export const OPEN = [
  "",
  "/pricing",
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/reset-password",
  "/verify-email",
  "/invitation",
];
export const SIGNED_IN = [
  "/app",
  "/app/history",
  "/app/developers",
  "/app/settings",
  "/app/settings/account",
  "/app/settings/workspace",
  "/app/settings/keys",
  "/app/settings/vendors",
  "/app/settings/usage",
];

/** Hold back the scripts of the pages that are opened from now on, as a slow machine does, until they are let go. */
export async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const scripts = new Promise<void>((go) => {
    letGo = go;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scripts;
    await route.continue();
  });
  return letGo;
}
