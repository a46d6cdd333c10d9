import { renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { beforeEach, expect, test } from "vitest";
import { keepInvitation } from "./kept-invitation";
import { safePath, useOnward } from "./next-page";

beforeEach(() => localStorage.clear());

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

const inKorean = ({ children }: { children: ReactNode }) => (
  <NextIntlClientProvider locale="ko">{children}</NextIntlClientProvider>
);

const onwardAt = (address: string) => {
  window.history.replaceState(null, "", address);
  return renderHook(() => useOnward(), { wrapper: inKorean }).result.current;
};

test("a link from form to form takes the way along, and only one of our own", () => {
  expect(onwardAt("/ko/sign-up?next=%2Fko%2Finvitation%23token%3Da")).toBe("?next=%2Fko%2Finvitation%23token%3Da");
  expect(onwardAt("/ko/sign-up?next=https%3A%2F%2Fevil.example")).toBe("");
  expect(onwardAt("/ko/sign-up")).toBe("");
});

test("a letter's page, whose address says no way, leads on to the invitation that waits", () => {
  keepInvitation("a-b_c");
  expect(onwardAt("/ko/reset-password")).toBe("?next=%2Fko%2Finvitation");
  expect(onwardAt("/ko/sign-in?next=%2Fko%2Fapp%2Fhistory")).toBe("?next=%2Fko%2Fapp%2Fhistory");
});
