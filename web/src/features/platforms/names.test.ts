// @vitest-environment node
import { expect, test } from "vitest";
import { MEASURES } from "./golden";
import { PLATFORM_NAMES } from "./names";
import { knownPresentations } from "./presentation";

test("names are those of the records, for every platform that there is", () => {
  const names = Object.fromEntries(
    Object.entries(MEASURES.platforms).map(([id, record]) => [id, (record as unknown as { name: unknown }).name]),
  );
  expect(PLATFORM_NAMES).toEqual(names);
  expect(knownPresentations().sort()).toEqual(Object.keys(names).sort());
});
