import { execFileSync } from "node:child_process";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { convertByPage, pasted, waitUntilDone } from "./desk";
import { personIn } from "./people";

const TRIES = 4;

let context: BrowserContext;
let page: Page;

test.beforeEach(async ({ browser }) => {
  ({ context, page } = await personIn(browser));
  await page.goto("/ko/app");
  await page.getByRole("button", { name: "모두 선택" }).click();
  await expect(page.getByText("22개", { exact: true })).toBeVisible();
});
test.afterEach(() => context.close());

test("a worker killed in the middle of a conversion: another goes on, and no post is lost or comes twice", async () => {
  test.setTimeout(180_000);
  let isKilledInTime = false;
  for (let turn = 0; turn < TRIES && !isKilledInTime; turn++) {
    await page.goto("/ko/app");
    await convertByPage(page, `${pasted("ko-city-budget")}\n\n${turn}번째로 다시 확인한 기사다.`);
    await expect.poll(async () => written(await asked()), { timeout: 60_000, intervals: [20] }).toBeGreaterThan(0);
    process.kill(workerOf(), "SIGKILL");
    isKilledInTime = (await asked()).status === "running";
  }
  expect(isKilledInTime, "the worker was killed while it was at work").toBe(true);
  await expect(page.getByRole("status").filter({ hasText: /^완료 · 게시물 22\/22/ })).toBeVisible({ timeout: 120_000 });
  const platforms = (await asked()).posts.map((post) => post.platform);
  expect(new Set(platforms).size).toBe(22);
  expect(platforms).toHaveLength(22);
  await expect(page.getByRole("tab")).toHaveCount(22);
  await expect(page.getByRole("tab").filter({ hasText: /쓰는 중|실패|쓰지 않음/ })).toHaveCount(0);
});

test("a network that is away for some seconds in the middle of a conversion costs no post and doubles none", async () => {
  await convertByPage(page, pasted("ko-transit-strike"));
  await context.setOffline(true);
  await expect(page.getByText("인터넷에 연결되어 있지 않습니다").first()).toBeVisible();
  await page.waitForTimeout(3_000);
  await context.setOffline(false);
  await waitUntilDone(page);
  await expect(page.getByRole("tab")).toHaveCount(22);
  await expect(page.getByRole("tab").filter({ hasText: /쓰는 중|실패|쓰지 않음/ })).toHaveCount(0);
  await expect(page.getByText("인터넷에 연결되어 있지 않습니다")).toHaveCount(0);
});

type Asked = { status: string; posts: { platform: string; parts: unknown[] }[] };

/** The open conversion as the service has it. */
async function asked(): Promise<Asked> {
  const id = /conversions\/([\w-]+)/.exec(page.url())?.[1];
  return (await page.request.get(`/api/v1/conversions/${id}`)).json();
}

const written = ({ posts }: Asked) => posts.filter((post) => post.parts.length > 0).length;

/** The worker of this service, among those that may run on the machine. */
function workerOf(): number {
  const { port } = new URL(test.info().project.use.baseURL ?? "");
  const rows = execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const programs = rows.map((row) => {
    const [, pid = "", parent = "", args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return { pid: Number(pid), parent: Number(parent), args };
  });
  const service = programs.find(({ args }) => args.includes("newsforge up ") && args.includes(`--port ${port} `));
  const worker = programs.find(({ parent, args }) => parent === service?.pid && /newsforge worker/.test(args));
  if (!worker) throw new Error(`no worker of the service on port ${port}`);
  return worker.pid;
}
