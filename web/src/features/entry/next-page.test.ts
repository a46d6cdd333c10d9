import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { safePath, useOnward } from "./next-page";

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

test("a link from form to form takes the way along, and only one of our own", () => {
  const onwardAt = (address: string) => {
    window.history.replaceState(null, "", address);
    return renderHook(() => useOnward()).result.current;
  };
  expect(onwardAt("/ko/sign-up?next=%2Fko%2Finvitation%23token%3Da")).toBe("?next=%2Fko%2Finvitation%23token%3Da");
  expect(onwardAt("/ko/sign-up?next=https%3A%2F%2Fevil.example")).toBe("");
  expect(onwardAt("/ko/sign-up")).toBe("");
});
