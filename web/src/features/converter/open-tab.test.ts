import { afterEach, expect, it, vi } from "vitest";
import { keepTab, keptTab } from "./open-tab";

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

it("knows the open post of the same conversion only", () => {
  keepTab("conversion-1", "post-3");
  expect(keptTab("conversion-1")).toBe("post-3");
  expect(keptTab("conversion-2")).toBe("");
});

it("is lost quietly where the browser keeps nothing, or keeps rubbish", () => {
  sessionStorage.setItem("newsforge-open-tab", "{");
  expect(keptTab("conversion-1")).toBe("");
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect(() => keepTab("conversion-1", "post-3")).not.toThrow();
});
