// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Removals, UNDO_MS } from "./removals";

function made() {
  const sent: string[] = [];
  const seen: string[][] = [];
  const removals = new Removals(
    (id) => sent.push(id),
    (ids) => seen.push(ids),
  );
  return { sent, seen, removals };
}

describe("deletions that can be taken back", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("are sent once their time is over, and once only", () => {
    const { sent, seen, removals } = made();
    removals.add("a");
    removals.add("a");
    vi.advanceTimersByTime(UNDO_MS - 1);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    removals.flush();
    expect(sent).toEqual(["a"]);
    expect(seen).toEqual([["a"], []]);
  });

  it("are never sent when undone, not even when the page is left", () => {
    const { sent, removals } = made();
    removals.add("a");
    removals.undo("a");
    removals.flush();
    vi.advanceTimersByTime(UNDO_MS * 2);
    expect(sent).toEqual([]);
  });

  it("are sent at once when the page is left, and not again afterwards", () => {
    const { sent, removals } = made();
    removals.add("a");
    removals.add("b");
    removals.flush();
    vi.advanceTimersByTime(UNDO_MS * 2);
    expect(sent).toEqual(["a", "b"]);
  });
});
