import { describe, expect, it } from "vitest";
import type { ConversionOut, PostOut } from "@/api/generated";
import {
  isMissing,
  isSettled,
  NEW_TRACK,
  patch,
  receive,
  type StreamEvent,
  skipMissing,
  withoutWaiting,
} from "./progress";

const post = (id: string, more: Partial<PostOut> = {}) =>
  ({
    id,
    platform: id,
    language: "ko",
    version: 0,
    status: "pending",
    parts: [],
    is_being_rewritten: false,
    ...more,
  }) as PostOut;

const start = {
  id: "c",
  status: "queued",
  run: 1,
  title: "",
  article: null,
  error: null,
  posts: [post("x", { language: "" }), post("sms", { language: "" })],
} as unknown as ConversionOut;

const written = (id: string, version = 1, more: Partial<PostOut> = {}) =>
  post(id, { version, status: "clean", parts: [{ text: `${id}${version}`, measure: [] }], ...more });

const STORY: [string, Record<string, unknown>][] = [
  ["queued", { run: 1 }],
  ["started", { run: 1, attempt: 1 }],
  ["article", { title: "제목", language: "ko" }],
  ["written", { platform: "x", language: "ko" }],
  ["checked", { platform: "x", language: "ko" }],
  ["post", written("x") as unknown as Record<string, unknown>],
  ["fell_back", { platform: "sms", language: "ko", reason: "too slow" }],
  ["post", written("sms") as unknown as Record<string, unknown>],
  ["finished", { run: 1, status: "succeeded", usage: null, notices: [], error: null }],
];
const events: StreamEvent[] = STORY.map(([name, data], place) => ({
  id: place + 1,
  name,
  data,
  atMs: (place + 1) * 1000,
}));

/** Take events in as the page does; `lines` are what each connection brought. */
function follow(lines: StreamEvent[][]) {
  let track = NEW_TRACK;
  let conversion = start;
  const seen: number[] = [];
  for (const line of lines) {
    for (const event of line) {
      const step = receive(track, event);
      track = step.track;
      conversion = step.applied.reduce(patch, conversion);
      seen.push(...step.applied.map((each) => each.id));
    }
    track = withoutWaiting(track);
  }
  return { track, conversion, seen };
}

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe("each event counts once and in its order", () => {
  const whole = follow([events]);

  it("tells the story of a run", () => {
    expect(whole.seen).toEqual(ALL);
    expect(whole.conversion).toMatchObject({ status: "succeeded", title: "제목" });
    expect(whole.conversion.posts.map((each) => each.parts[0]?.text)).toEqual(["x1", "sms1"]);
    expect(whole.track.doneAtMs).toEqual({ read: 3000, write: 9000, check: 9000 });
    expect(whole.track.hasEnded).toBe(true);
  });

  it("whatever comes twice", () => {
    expect(follow([events.flatMap((each) => [each, each])])).toEqual(whole);
    expect(follow([events, events])).toEqual(whole);
  });

  it("in whatever order they come", () => {
    const mixed = [3, 1, 2, 9, 5, 4, 8, 7, 6].map((id) => events[id - 1] as StreamEvent);
    expect(follow([mixed])).toEqual(whole);
  });

  it("wherever the line is cut, and however much comes again", () => {
    for (let cut = 0; cut <= events.length; cut += 1) {
      for (let again = 0; again <= cut; again += 1) {
        expect(follow([events.slice(0, cut), events.slice(again)])).toEqual(whole);
      }
    }
  });
});

it("notices what was lost, asks again from there, and shows nothing before it", () => {
  const lost = events.filter((each) => each.id !== 6);
  let track = NEW_TRACK;
  for (const event of lost) track = receive(track, event).track;
  expect(track.lastId).toBe(5);
  expect(isMissing(track)).toBe(true);
  expect(follow([lost, events.slice(5)]).seen).toEqual(ALL);
});

it("goes on without what does not come even then", () => {
  let track = NEW_TRACK;
  for (const event of events.filter((each) => each.id !== 6)) track = receive(track, event).track;
  const step = skipMissing(track);
  expect(step.applied.map((each) => each.id)).toEqual([7, 8, 9]);
  expect(isMissing(step.track)).toBe(false);
});

it("keeps an edit that is newer than what the stream tells again", () => {
  const edited = { ...start, posts: [written("x", 3, { status: "review" }), post("sms")] } as ConversionOut;
  const after = events.reduce(patch, edited);
  expect(after.posts[0]).toMatchObject({ version: 3, status: "review" });
});

it("keeps an approval, which has no version of its own", () => {
  const approved = { ...start, posts: [written("x", 1, { status: "approved" }), post("sms")] } as ConversionOut;
  expect(events.reduce(patch, approved).posts[0]?.status).toBe("approved");
});

it("follows a post that is written anew to its end, good or bad", () => {
  const ended = events.reduce(patch, start);
  const anew = (name: string, data: object) => ({ id: 10, name, data: data as Record<string, unknown>, atMs: 0 });
  const waiting = patch(ended, anew("post_queued", { post_id: "x" }));
  expect(isSettled(waiting)).toBe(false);
  expect(patch(waiting, anew("post", written("x", 2))).posts[0]).toMatchObject({
    version: 2,
    is_being_rewritten: false,
  });
  const failed = patch(waiting, anew("post_failed", { post_id: "x" }));
  expect(failed.posts[0]).toMatchObject({ version: 1, is_being_rewritten: false });
  expect(isSettled(failed)).toBe(true);
});

it("does not let the end of an earlier run end the one that was started since", () => {
  const retried = { ...start, run: 2, status: "running" } as ConversionOut;
  expect(events.reduce(patch, retried).status).toBe("running");
});

it("says of a second attempt that it is one", () => {
  const again = [...events.slice(0, 3), { id: 4, name: "started", data: { run: 1, attempt: 2 }, atMs: 9000 }];
  expect(follow([again]).track).toMatchObject({ attempt: 2, startedAtMs: 2000 });
});
