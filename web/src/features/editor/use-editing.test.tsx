import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setUpClient } from "@/api/browser";
import type { PlatformRecord } from "@/features/platforms/record";
import { postLike } from "./post-like";
import { useEditing } from "./use-editing";

const CASES = join(import.meta.dirname, "../../../../tests/engine/platforms/measure_cases.json");
const RECORD = JSON.parse(readFileSync(CASES, "utf8")).platforms.x as PlatformRecord;
const read = postLike({ parts: ["하나."] });
const wrong = postLike({ parts: ["20곳."] });
const stored = postLike({ version: 2, parts: ["[속보] 하나."] });
let answer: () => Response;

beforeEach(() => {
  setUpClient();
  answer = () => Response.json(stored);
  vi.stubGlobal("fetch", async () => answer());
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

it("shows what a save has stored that was still on its way when the post was read", async () => {
  const changed = vi.fn();
  const { result } = renderHook(() => useEditing(read, RECORD, true, changed));
  expect(result.current.draft.parts).toEqual(["하나."]);
  await waitFor(() => expect(result.current.draft.parts).toEqual(["[속보] 하나."]));
  expect(changed).toHaveBeenCalledWith(expect.objectContaining({ version: 2 }));
});

it("offers no undo any more for what the keys have taken back", () => {
  answer = () => Response.error();
  const { result } = renderHook(() => useEditing(wrong, RECORD, true, vi.fn()));
  const before = result.current.draft;
  act(() => result.current.setText(0, "12곳."));
  act(() => result.current.offerTextUndo("고쳤습니다", before));
  expect(result.current.undo?.label).toBe("고쳤습니다");
  act(() => result.current.setText(0, "20곳."));
  expect(result.current.undo).toBeNull();
});
