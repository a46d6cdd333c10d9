// @vitest-environment node
import { expect, it } from "vitest";
import { endOf, stateOf } from "./expiry";

const NOW = Date.parse("2026-01-31T00:00:00Z");

it("ends a key after whole days", () => {
  expect(endOf("month", NOW)).toBe("2026-03-02T00:00:00.000Z");
  expect(endOf("year", NOW)).toBe("2027-01-31T00:00:00.000Z");
  expect(endOf("never", NOW)).toBeNull();
});

it("tells a revoked key from one that ran out", () => {
  const over = new Date(NOW).toISOString();
  expect(stateOf({ expires_at: null, revoked_at: null }, NOW)).toBe("active");
  expect(stateOf({ expires_at: over, revoked_at: null }, NOW)).toBe("expired");
  expect(stateOf({ expires_at: over, revoked_at: over }, NOW)).toBe("revoked");
  expect(stateOf({ expires_at: over, revoked_at: null }, NOW - 1)).toBe("active");
});
