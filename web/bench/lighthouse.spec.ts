import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test } from "@playwright/test";
import lighthouse, { desktopConfig, type Result } from "lighthouse";
import { convertByApi, signInByApi } from "../e2e/people";

const PORT = 9377;
const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const FLOORS = { performance: 98, accessibility: 100, lcpMs: 1000 };
/** What a row says besides the categories: name, audit, digits after the point. */
const FIGURES = [
  ["fcpMs", "first-contentful-paint", 0],
  ["lcpMs", "largest-contentful-paint", 0],
  ["speedIndexMs", "speed-index", 0],
  ["tbtMs", "total-blocking-time", 0],
  ["serverMs", "server-response-time", 0],
  ["shift", "cumulative-layout-shift", 3],
  ["bytes", "total-byte-weight", 0],
] as const;

type Row = Record<string, number>;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * The browser that is measured is the one that signs in: a Cookie header given to Lighthouse is lost on what a page asks
 * for by itself. Lighthouse clears caches and stores before each run, and leaves cookies.
 */
test("Lighthouse on the pages that people open all day", async ({ baseURL }) => {
  const launch = test.info().project.use.launchOptions;
  const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "newsforge-lighthouse-")), {
    ...launch,
    baseURL,
    args: [...(launch?.args ?? []), `--remote-debugging-port=${PORT}`],
  });
  const rows: Record<string, Row> = {};
  const measure = async (name: string, path: string) => {
    rows[name] = await measured(name, `${baseURL}${path}`);
    process.stdout.write(`${name.padEnd(16)}${JSON.stringify(rows[name])}\n`);
  };
  await measure("landing", "/ko");
  await measure("sign-in", "/ko/sign-in");
  await signInByApi(context);
  const conversion = await convertByApi(context);
  await measure("workspace", `/ko/app/conversions/${conversion}`);
  await measure("new conversion", "/ko/app");
  await measure("history", "/ko/app/history");
  await context.close();
  if (process.env.BENCH_OUT) writeFileSync(process.env.BENCH_OUT, JSON.stringify({ pages: rows, floors: FLOORS }));
  for (const [name, row] of Object.entries(rows)) {
    expect.soft(row.accessibility, `${name}: accessibility`).toBeGreaterThanOrEqual(FLOORS.accessibility);
  }
});

async function measured(name: string, address: string): Promise<Row> {
  const runs: Row[] = [];
  for (let run = 0; run < RUNS; run++) {
    const answer = await lighthouse(address, { port: PORT, logLevel: "error", output: "json" }, desktopConfig);
    if (!answer) throw new Error(`Lighthouse gave nothing for ${address}`);
    // A page that sent its reader to sign-in would be measured as the sign-in page.
    expect(answer.lhr.finalDisplayedUrl).toBe(address);
    runs.push(rowOf(answer.lhr));
    if (run === 0) sayWhatFailed(name, answer.lhr);
  }
  return Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((key) => [key, median(runs.map((each) => each[key] ?? Number.NaN))]),
  );
}

function rowOf({ categories, audits }: Result): Row {
  const scores = CATEGORIES.map((each) => [each, Math.round((categories[each]?.score ?? 0) * 100)]);
  const figures = FIGURES.map(([name, audit, digits]) => [
    name,
    Number((audits[audit]?.numericValue ?? Number.NaN).toFixed(digits)),
  ]);
  return Object.fromEntries([...scores, ...figures]);
}

function sayWhatFailed(name: string, { audits }: Result): void {
  for (const audit of Object.values(audits)) {
    if (audit.score !== 0 || audit.scoreDisplayMode !== "binary") continue;
    const found = JSON.stringify(audit.details && "items" in audit.details ? audit.details.items : []);
    process.stdout.write(`  ${name}: ${audit.id} – ${audit.title} ${found.slice(0, 300)}\n`);
  }
}
