import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

// A whole service of its own: `newsforge up` with its database, cache, worker and the built pages.
const port = Number(process.env.E2E_PORT ?? 8377);
const dataFolder = join(tmpdir(), `newsforge-e2e-${port}`);
process.env.E2E_DATA = dataFolder;

export default defineConfig({
  testDir: "e2e",
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env.CI,
  retries: 1, // what passes only at the second try is listed as flaky
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://127.0.0.1:${port}`,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    },
  },
  webServer: {
    command: `rm -rf ${dataFolder} && exec ../.venv/bin/newsforge up --json --port ${port} --data ${dataFolder}`,
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 40_000 },
    env: { NEWSFORGE_REQUESTS_PER_MINUTE: "100000", NEWSFORGE_ANONYMOUS_PER_MINUTE: "100000" },
  },
});
