import { writeFileSync } from "node:fs";
import { chromium, expect, test } from "@playwright/test";
import lighthouse, { desktopConfig } from "lighthouse";
import { convertByApi, personIn } from "../e2e/people";

const PORT = 9377;
const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
/** Pages behind a sign-in are kept out of search on purpose, so that category says nothing about them. */
const FLOORS = { performance: 98, accessibility: 100, lcpMs: 1000 };

type Row = Record<(typeof CATEGORIES)[number], number> & {
  fcpMs: number;
  lcpMs: number;
  speedIndexMs: number;
  tbtMs: number;
  shift: number;
  kib: number;
};

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

test("Lighthouse on the pages that people open all day", async ({ browser, baseURL }) => {
  const { context, page } = await personIn(browser);
  const conversion = await convertByApi(context);
  await page.close();
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const pages: Record<string, string> = {
    landing: "/ko",
    "sign-in": "/ko/sign-in",
    workspace: `/ko/app/conversions/${conversion}`,
    "new conversion": "/ko/app",
    history: "/ko/app/history",
  };
  const launch = test.info().project.use.launchOptions;
  const measured = await chromium.launch({
    ...launch,
    args: [...(launch?.args ?? []), `--remote-debugging-port=${PORT}`],
  });
  const rows: Record<string, Row> = {};
  for (const [name, path] of Object.entries(pages)) {
    const runs: Row[] = [];
    for (let run = 0; run < RUNS; run++) {
      const result = await lighthouse(
        `${baseURL}${path}`,
        {
          port: PORT,
          logLevel: "error",
          output: "json",
          extraHeaders: name in { landing: 1, "sign-in": 1 } ? {} : { Cookie: cookie },
        },
        desktopConfig,
      );
      if (!result) throw new Error(`Lighthouse gave nothing for ${path}`);
      const { categories, audits } = result.lhr;
      runs.push({
        ...(Object.fromEntries(
          CATEGORIES.map((each) => [each, Math.round((categories[each]?.score ?? 0) * 100)]),
        ) as Row),
        fcpMs: Math.round(audits["first-contentful-paint"]?.numericValue ?? 0),
        lcpMs: Math.round(audits["largest-contentful-paint"]?.numericValue ?? 0),
        speedIndexMs: Math.round(audits["speed-index"]?.numericValue ?? 0),
        shift: Math.round((audits["cumulative-layout-shift"]?.numericValue ?? 0) * 1000) / 1000,
        tbtMs: Math.round(audits["total-blocking-time"]?.numericValue ?? 0),
        kib: Math.round((audits["total-byte-weight"]?.numericValue ?? 0) / 1024),
      });
      if (run === 0) {
        const failed = Object.values(audits).filter(
          (audit) => audit.score === 0 && audit.scoreDisplayMode === "binary",
        );
        for (const audit of failed) {
          const found = JSON.stringify(audit.details && "items" in audit.details ? audit.details.items : []);
          process.stdout.write(`  ${name}: ${audit.id} – ${audit.title} ${found.slice(0, 300)}\n`);
        }
      }
    }
    rows[name] = Object.fromEntries(
      Object.keys(runs[0] ?? {}).map((key) => [key, median(runs.map((each) => each[key as keyof Row]))]),
    ) as Row;
    process.stdout.write(`${name.padEnd(16)}${JSON.stringify(rows[name])}\n`);
  }
  await measured.close();
  await context.close();
  if (process.env.BENCH_OUT) writeFileSync(process.env.BENCH_OUT, JSON.stringify({ pages: rows, floors: FLOORS }));
  for (const [name, row] of Object.entries(rows)) {
    expect.soft(row.accessibility, `${name}: accessibility`).toBeGreaterThanOrEqual(FLOORS.accessibility);
  }
});
