import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { leaveToSignIn } from "@/features/work/leaving";
import { dropInvitation, keepInvitation, keptInvitation, wayToInvitation } from "./kept-invitation";

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("waits in the browser for as long as a letter takes, and no address names it", () => {
  vi.useFakeTimers();
  expect(keptInvitation()).toBeNull();
  keepInvitation("a-b_c");
  expect(keptInvitation()).toBe("a-b_c");
  expect(wayToInvitation("ko", "a-b_c")).toBe("/ko/invitation");
  vi.advanceTimersByTime(2 * 3_600_000 + 1);
  expect(keptInvitation()).toBeNull();
});

it("is gone once it is dropped, and with a sign-out for good", () => {
  keepInvitation("a-b_c");
  dropInvitation();
  expect(keptInvitation()).toBeNull();
  keepInvitation("a-b_c");
  leaveToSignIn("ko", "/ko/invitation");
  expect(keptInvitation()).toBe("a-b_c");
  leaveToSignIn("ko");
  expect(keptInvitation()).toBeNull();
});

it("goes along in the address where a browser keeps nothing", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  keepInvitation("a-b_c");
  expect(wayToInvitation("ko", "a-b_c")).toBe("/ko/invitation#token=a-b_c");
});

it.each(["", "x", "9999999999999", "9999999999999 ", "soon a-b_c"])("is nothing where %o is kept", (kept) => {
  localStorage.setItem("newsforge-invitation", kept);
  expect(keptInvitation()).toBeNull();
});
