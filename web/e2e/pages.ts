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
