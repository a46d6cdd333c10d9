// @vitest-environment node
import { expect, it } from "vitest";
import { placeOf } from "./place";

it.each([
  ["/app", "/app"],
  ["/app/conversions/1", "/app"],
  ["/app/history", "/app/history"],
  ["/app/historyless", "/app"],
  ["/app/settings/keys", "/app/settings"],
])("%s belongs to %s", (path, place) => {
  expect(placeOf(path)).toBe(place);
});
