// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Draft } from "./draft";
import { draftOf, editOf, mergeDrafts } from "./draft";
import { postLike } from "./post-like";
import { type Event, isUnsaved, opened, PAUSE_MS, type Saving, step } from "./saving";

const post = postLike({ version: 3, parts: ["하나."] });
const text = (...parts: string[]): Draft => ({ ...draftOf(post), parts });
const version = (number: number, ...parts: string[]) => postLike({ version: number, parts });
const follow = (start: Saving, ...events: Event[]) => {
  let now = start;
  let effects: readonly { do: string }[] = [];
  for (const event of events) [now, effects] = step(now, event);
  return { now, effects, does: effects.map((effect) => effect.do) };
};
const typed = (...parts: string[]): Event => ({ type: "typed", draft: text(...parts) });
const due: Event = { type: "due" };
const saved = (number: number, ...parts: string[]): Event => ({
  type: "saved",
  post: version(number, ...parts),
  at: 9,
});
const stale: Event = { type: "failed", failure: { kind: "stale" } };

describe("typing", () => {
  it("is kept at once and sent after a pause, naming the version it changes", () => {
    const one = follow(opened(post), typed("하나. 둘."));
    expect(one.effects).toEqual([{ do: "keep" }, { do: "wait", ms: PAUSE_MS }]);
    expect(follow(one.now, due).effects).toEqual([{ do: "send", edit: { parts: ["하나. 둘."] }, version: 3 }]);
  });

  it("that ends where it began saves nothing", () => {
    const { now, does } = follow(opened(post), typed("하나!"), typed("하나."));
    expect([now.phase, does]).toEqual(["saved", ["forget"]]);
    expect(follow(now, due).does).toEqual([]);
  });

  it("goes on while a slow save is under way: one save at a time, and the rest is sent with the new version", () => {
    const sending = follow(opened(post), typed("가"), due, typed("가나"), due);
    expect(sending.does).toEqual([]);
    const answered = follow(sending.now, saved(4, "가"));
    expect(answered.now.draft.parts).toEqual(["가나"]);
    expect(answered.now.phase).toBe("unsaved");
    expect(follow(answered.now, due).effects).toEqual([{ do: "send", edit: { parts: ["가나"] }, version: 4 }]);
  });
});

describe("a server that writes the text otherwise", () => {
  it("is followed where nobody has typed on", () => {
    const { now, does } = follow(opened(post), typed("가\r\n"), due, saved(4, "가\n"));
    expect([now.draft.parts, now.phase, does]).toEqual([["가\n"], "saved", ["forget"]]);
  });

  it("does not take from the writer's hands what they type meanwhile", () => {
    const base = postLike({ version: 3, parts: ["하나.", "둘."] });
    const { now } = follow(opened(base), typed("하나!", "둘."), due, typed("하나!", "둘. 셋."), {
      type: "saved",
      post: postLike({ version: 4, parts: ["하나! ", "둘."] }),
      at: 9,
    });
    expect(now.draft.parts).toEqual(["하나! ", "둘. 셋."]);
    expect(isUnsaved(now)).toBe(true);
  });
});

describe("somebody else's version", () => {
  const behind = () => follow(opened(post), typed("내 글"), due, stale);

  it("is read before anything else happens", () => {
    expect(behind().does).toEqual(["read"]);
    expect(follow(behind().now, due).does).toEqual([]);
  });

  it("becomes a conflict that keeps both, and is sent only after somebody has chosen", () => {
    const both = follow(behind().now, { type: "arrived", post: version(5, "남의 글") });
    expect([both.now.phase, both.now.draft.parts, both.now.theirs?.version]).toEqual(["conflict", ["내 글"], 5]);
    expect(follow(both.now, due).does).toEqual([]);
    expect(follow(both.now, { type: "returned" }).does).toEqual([]);
    const mine = follow(both.now, { type: "resolved", draft: both.now.draft });
    expect(mine.effects).toEqual([{ do: "send", edit: { parts: ["내 글"] }, version: 5 }]);
    const theirs = follow(both.now, { type: "resolved", draft: text("남의 글") });
    expect([theirs.now.phase, theirs.now.draft.parts, theirs.does]).toEqual(["saved", ["남의 글"], ["forget"]]);
  });

  it("is no conflict when it says the same, or when only the version has moved", () => {
    expect(follow(behind().now, { type: "arrived", post: version(5, "내 글") }).now.phase).toBe("saved");
    const moved = follow(behind().now, { type: "arrived", post: version(5, "하나.") });
    expect([moved.now.phase, moved.now.draft.parts, moved.now.base.version]).toEqual(["unsaved", ["내 글"], 5]);
  });

  it("is our own when the answer to a save was lost and typing went on", () => {
    const { now } = follow(
      opened(post),
      typed("가"),
      due,
      { type: "failed", failure: { kind: "offline" } },
      typed("가나"),
      { type: "arrived", post: version(4, "가") },
    );
    expect([now.phase, now.draft.parts, now.base.version]).toEqual(["unsaved", ["가나"], 4]);
  });

  it("of another tab is taken over when nothing is unsaved here, and compared when something is", () => {
    expect(follow(opened(post), { type: "arrived", post: version(4, "새 글") }).now.draft.parts).toEqual(["새 글"]);
    const { now } = follow(opened(post), typed("내 글"), { type: "arrived", post: version(4, "새 글") });
    expect([now.phase, now.draft.parts]).toEqual(["conflict", ["내 글"]]);
  });

  it("that is older than what we have is no news", () => {
    const start = opened(version(7, "새 글"));
    expect(follow(start, { type: "arrived", post: version(6, "옛 글") }).now).toBe(start);
  });

  it("does not disturb a save that is under way", () => {
    const { now } = follow(opened(post), typed("가"), due, { type: "arrived", post: version(4, "가") }, saved(4, "가"));
    expect([now.phase, now.base.version]).toEqual(["saved", 4]);
  });

  it("is asked for again when the connection breaks while it is read", () => {
    const cut = follow(behind().now, { type: "failed", failure: { kind: "offline" } });
    expect([cut.now.phase, cut.does]).toEqual(["comparing", ["keep", "wait"]]);
    expect(follow(cut.now, { type: "returned" }).does).toEqual(["read"]);
  });
});

describe("a save that fails", () => {
  it("offline is kept, tried later and later, and at once when the connection is back", () => {
    const cut: Event = { type: "failed", failure: { kind: "offline" } };
    const one = follow(opened(post), typed("가"), due, cut);
    const two = follow(one.now, { type: "returned" }, cut);
    expect([one.effects, two.effects]).toEqual([
      [{ do: "keep" }, { do: "wait", ms: 2000 }],
      [{ do: "keep" }, { do: "wait", ms: 4000 }],
    ]);
    expect(follow(two.now, typed("가나"), { type: "returned" }).effects).toEqual([
      { do: "send", edit: { parts: ["가나"] }, version: 3 },
    ]);
  });

  it("waits as long as the server asks", () => {
    const { effects } = follow(opened(post), typed("가"), due, {
      type: "failed",
      failure: { kind: "offline", retryAfterMs: 30_000 },
    });
    expect(effects).toContainEqual({ do: "wait", ms: 30_000 });
  });

  it("for an ended session keeps all that is typed and sends it after signing in", () => {
    const out = follow(
      opened(post),
      typed("가"),
      due,
      { type: "failed", failure: { kind: "signed_out" } },
      typed("가나"),
    );
    expect([out.now.phase, out.does]).toEqual(["signed_out", ["keep"]]);
    expect(follow(out.now, due).does).toEqual([]);
    expect(follow(out.now, { type: "returned" }).effects).toEqual([
      { do: "send", edit: { parts: ["가나"] }, version: 3 },
    ]);
  });

  it("because the post is being written anew waits for the new text and then shows both", () => {
    const busy = follow(opened(post), typed("가"), due, { type: "failed", failure: { kind: "busy" } });
    expect(busy.now.phase).toBe("busy");
    const { now } = follow(busy.now, { type: "arrived", post: version(4, "새로 쓴 글") });
    expect([now.phase, now.draft.parts]).toEqual(["conflict", ["가"]]);
  });

  it("because nobody will take it says why, and the next change is tried", () => {
    const no = follow(opened(post), typed("가"), due, {
      type: "failed",
      failure: { kind: "refused", message: "너무 길다" },
    });
    expect([no.now.phase, no.now.message]).toEqual(["refused", "너무 길다"]);
    expect(follow(no.now, { type: "returned" }).does).toEqual([]);
    expect(follow(no.now, typed("가나"), due).does).toEqual(["send"]);
  });
});

describe("what a crash left behind", () => {
  it("is there again, as something unsaved", () => {
    const kept = { draft: text("남은 글"), base: text("하나.") };
    expect(follow(opened(post, kept), { type: "returned" }).effects).toEqual([
      { do: "send", edit: { parts: ["남은 글"] }, version: 3 },
    ]);
  });

  it("is compared, never sent, when somebody has changed the post since", () => {
    const start = opened(post, { draft: text("남은 글"), base: text("더 옛 글") });
    expect([start.phase, start.draft.parts, follow(start, { type: "returned" }, due).does]).toEqual([
      "conflict",
      ["남은 글"],
      [],
    ]);
  });
});

describe("drafts", () => {
  it("merge where different places were changed, and say so where the same was", () => {
    const base = { ...text("하나", "둘"), title: "제목" };
    const mine = { ...base, parts: ["하나!", "둘"] };
    const theirs = { ...base, parts: ["하나", "둘!"], title: "새 제목" };
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      draft: { ...base, parts: ["하나!", "둘!"], title: "새 제목" },
      clashes: false,
    });
    expect(mergeDrafts(base, mine, { ...base, parts: ["하나?", "둘"] }).clashes).toBe(true);
    expect(mergeDrafts(base, mine, { ...base, parts: ["하나", "둘", "셋"] }).clashes).toBe(true);
  });

  it("send only what has changed", () => {
    const base = { ...text("하나"), title: "제목" };
    expect(editOf(base, base)).toBeNull();
    expect(editOf(base, { ...base, title: "새 제목", hashtags: ["금리"] })).toEqual({
      title: "새 제목",
      hashtags: ["금리"],
    });
  });
});
