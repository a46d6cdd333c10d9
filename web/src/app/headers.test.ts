// @vitest-environment node
import { expect, it } from "vitest";
import config from "../../next.config";

async function headersOf(path: string): Promise<string[]> {
  const rules = (await config.headers?.()) ?? [];
  const isFor = (source: string) => new RegExp(`^${source.replace("/:path*", "(?:/.*)?")}$`).test(path);
  return rules.flatMap(({ source, headers }) => (isFor(source) ? headers.map(({ key }) => key) : []));
}

it.each(["/", "/ko", "/ko/app/conversions/1", "/api/health", "/_next/data/x.json"])(
  "%s comes with a policy of its own",
  async (path) => {
    expect(await headersOf(path)).toContain("Content-Security-Policy");
    expect(await headersOf(path)).toContain("X-Frame-Options");
  },
);

it("a script comes without what only a page obeys, and is never taken for something else", async () => {
  expect(await headersOf("/_next/static/chunks/a.js")).toEqual(["X-Content-Type-Options"]);
});

it("answers of the API bring their own", async () => {
  expect(await headersOf("/api/v1/health")).toEqual([]);
});
