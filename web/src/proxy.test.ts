// @vitest-environment node
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { config } from "./proxy";

// Which paths it is for, is all that is looked at here; it comes in a form that only Next itself can load.
vi.mock("next-intl/middleware", () => ({ default: () => undefined }));

/** Whether a path is answered by a page: as Next reads the matchers, for somebody who looks for a page or a file. */
function isPage(path: string, accept: string): boolean {
  return config.matcher.some((each) => {
    const { source, has = [] } = typeof each === "string" ? { source: each } : each;
    return new RegExp(`^${source}$`).test(path) && has.every(({ value }) => new RegExp(`^${value}$`).test(accept));
  });
}

const LOOKS = "text/html,application/xhtml+xml,*/*;q=0.8";
const FILES = readdirSync(join(import.meta.dirname, "../public"), { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile())
  .map((each) => join(each.parentPath, each.name).replace(/^.*\/public\//, "/"));

it.each(["/", "/ko/app", "/nowhere", "/foo.txt", "/ko/old-story.html", "/index.php"])("%s is a page's", (path) => {
  expect(isPage(path, LOOKS)).toBe(true);
});

it.each([
  ...FILES,
  "/robots.txt",
  "/sitemap.xml",
  "/favicon.ico",
  "/.well-known/security.txt",
  "/_next/static/a.js",
  "/api/v1/openapi.json",
])("%s is a file's, whoever looks", (path) => {
  expect(isPage(path, LOOKS)).toBe(false);
});

it("a file that is not there costs no page when a program asks for it", () => {
  expect(isPage("/logo.png", "image/avif,image/webp,*/*")).toBe(false);
});
