import { expect, test } from "vitest";
import { safePath } from "./next-page";

test.each(["/ko/app", "/en/app/conversions/1?x=1#p", "/ko/invitation#token=a-b_c"])("goes on to %s", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  null,
  "",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "/a b",
  "ko/app",
])("never leaves the service for %s", (path) => {
  expect(safePath(path)).toBeNull();
});
