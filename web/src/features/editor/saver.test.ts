// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PostEdit, PostOut } from "@/api/generated";
import { ApiProblem } from "@/api/problem";
import { draftOf } from "./draft";
import { postLike } from "./post-like";
import { createSaver } from "./saver";
import { LONGEST_UNSAVED_MS, PAUSE_MS } from "./saving";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that answers when it is told to, and keeps one post as the real one does. */
function server(post: PostOut) {
  let stored = post;
  let gate: Promise<void> = Promise.resolve();
  let open: () => void = () => undefined;
  const sent: PostEdit[] = [];
  const kept = new Map<string, unknown>();
  return {
    sent,
    kept,
    stored: () => stored,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    put(parts: string[]) {
      stored = postLike({ ...stored, version: stored.version + 1, parts });
    },
    around: {
      async save(base: PostOut, edit: PostEdit) {
        sent.push(edit);
        await gate;
        if (base.version !== stored.version) throw new ApiProblem(412, { code: "version_is_stale" });
        stored = postLike({
          ...stored,
          version: stored.version + 1,
          parts: edit.parts ?? draftOf(stored).parts.slice(),
        });
        return stored;
      },
      read: async () => stored,
      keep: (id: string, draft: unknown) => void kept.set(id, draft),
      forget: (id: string) => void kept.delete(id),
      onChanged: vi.fn(),
    },
  };
}

const post = postLike({ version: 1, parts: ["하나."] });
const text = (...parts: string[]) => ({ ...draftOf(post), parts });

it("saves after a pause, once, and forgets what it kept", async () => {
  const { around, sent, kept } = server(post);
  const saver = createSaver(post, null, around);
  saver.type(text("하"));
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  saver.type(text("하나 둘"));
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  expect([sent.length, kept.size]).toEqual([0, 1]);
  await vi.advanceTimersByTimeAsync(1);
  expect([sent, kept.size, saver.now().phase]).toEqual([[{ parts: ["하나 둘"] }], 0, "saved"]);
  expect(around.onChanged).toHaveBeenCalledTimes(1);
});

it("saves somebody who never pauses", async () => {
  const { around, sent } = server(post);
  const saver = createSaver(post, null, around);
  for (let at = 0; at < LONGEST_UNSAVED_MS + 1_000; at += 1_000) {
    saver.type(text("가".repeat(at / 1_000 + 1)));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(sent).toHaveLength(1);
});

it("never has two saves on the way, and loses nothing that is typed meanwhile", async () => {
  const { around, sent, hold, release, stored } = server(post);
  const saver = createSaver(post, null, around);
  hold();
  saver.type(text("가"));
  void saver.flush();
  saver.type(text("가나"));
  void saver.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  release();
  await vi.advanceTimersByTimeAsync(PAUSE_MS + 1);
  expect(sent).toEqual([{ parts: ["가"] }, { parts: ["가나"] }]);
  expect(draftOf(stored()).parts).toEqual(["가나"]);
});

it("is done flushing when the server has answered", async () => {
  const { around, hold, release } = server(post);
  const saver = createSaver(post, null, around);
  hold();
  saver.type(text("가"));
  let isDone = false;
  void saver.flush().then(() => {
    isDone = true;
  });
  await vi.advanceTimersByTimeAsync(10);
  expect(isDone).toBe(false);
  release();
  await vi.advanceTimersByTimeAsync(10);
  expect(isDone).toBe(true);
});

it("reads the other version after a stale save, and overwrites it only when told to", async () => {
  const one = server(post);
  const saver = createSaver(post, null, one.around);
  one.put(["남의 글"]);
  saver.type(text("내 글"));
  await vi.advanceTimersByTimeAsync(PAUSE_MS + 60_000);
  expect([saver.now().phase, draftOf(one.stored()).parts]).toEqual(["conflict", ["남의 글"]]);
  saver.resolve(saver.now().draft);
  await vi.advanceTimersByTimeAsync(10);
  expect([saver.now().phase, draftOf(one.stored()).parts]).toEqual(["saved", ["내 글"]]);
});

it("looks for what others have written when the page is looked at again", async () => {
  const one = server(post);
  const saver = createSaver(post, null, one.around);
  one.put(["남의 글"]);
  saver.look();
  await vi.advanceTimersByTimeAsync(10);
  expect(saver.now().draft.parts).toEqual(["남의 글"]);
  expect(one.around.onChanged).toHaveBeenCalledTimes(1);
});
