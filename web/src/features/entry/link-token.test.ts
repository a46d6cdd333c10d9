import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { useLinkToken } from "./link-token";

afterEach(cleanup);
beforeEach(() => window.history.replaceState(null, "", "/ko/invitation"));

it("takes the secret out of the address bar, and keeps the rest", () => {
  window.history.replaceState(null, "", "/ko/invitation?from=mail#token=a-b_c");
  const { result } = renderHook(() => useLinkToken());
  expect(result.current).toBe("a-b_c");
  expect(window.location.href).toMatch(/\/ko\/invitation\?from=mail$/);
});

it("is the one of a second letter that is opened in the same tab", () => {
  const { result } = renderHook(() => useLinkToken());
  expect(result.current).toBe("");
  act(() => {
    window.history.replaceState(null, "", "#token=second");
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  });
  expect(result.current).toBe("second");
  expect(window.location.hash).toBe("");
});
