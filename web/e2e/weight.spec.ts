import { expect, type Page, test } from "@playwright/test";
import { convertByApi, personIn } from "./people";

/** Scripts of a first visit, in kB (1,000 bytes) as they come over the wire. */
const MOST = { site: 150, entry: 185, work: 240 };

async function scriptsOf(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await session.detach();
  return bytes / 1000;
}

for (const [path, most] of [
  ["/ko", MOST.site],
  ["/en/pricing", MOST.site],
  ["/ko/sign-in", MOST.entry],
  ["/ja/sign-up", MOST.entry],
] as const) {
  test(`scripts of ${path} stay within ${most} kB`, async ({ page }) => {
    const weight = await scriptsOf(page, path);
    test.info().annotations.push({ type: "weight", description: `${weight.toFixed(1)} kB` });
    process.stdout.write(`  ${path}: ${weight.toFixed(1)} kB of ${most}\n`);
    expect(weight).toBeLessThanOrEqual(most);
    expect(weight).toBeGreaterThan(20);
  });
}

test(`scripts of the workspace stay within ${MOST.work} kB`, async ({ browser }) => {
  const { context, page } = await personIn(browser);
  const conversion = await convertByApi(context);
  const settings = ["account", "workspace", "keys", "vendors", "usage"].map((name) => `/ko/app/settings/${name}`);
  const paths = ["/ko/app", "/ko/app/history", `/ko/app/conversions/${conversion}`, ...settings];
  for (const path of paths) {
    const weight = await scriptsOf(page, path);
    process.stdout.write(`  ${path}: ${weight.toFixed(1)} kB of ${MOST.work}\n`);
    expect.soft(weight, path).toBeLessThanOrEqual(MOST.work);
  }
  await context.close();
});
