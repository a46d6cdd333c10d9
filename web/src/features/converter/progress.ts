import type { ConversionOut, PostOut } from "@/api/generated";

/** One event of a conversion's stream, as it came: `id` counts from 1 without gaps. */
export type StreamEvent = { id: number; name: string; data: Record<string, unknown>; atMs: number };

/** The facts of an article are looked up where a sentence is held against it: that is the check, no step of its own. */
export const STEPS = ["read", "write", "check"] as const;
export type Step = (typeof STEPS)[number];

/** What this page has seen of a run. Times are of this computer's clock, in milliseconds. */
export type Track = {
  lastId: number;
  /** Came too early: something before them is missing. */
  waiting: readonly StreamEvent[];
  run: number;
  /** 2 and more: the one before was broken off, and this goes on where it stopped. */
  attempt: number;
  startedAtMs: number | null;
  /** How many the article has, once it is read. */
  sentences: number | null;
  doneAtMs: Partial<Record<Step, number>>;
  written: ReadonlySet<string>;
  checked: ReadonlySet<string>;
  fellBack: ReadonlyMap<string, string>;
  hasEnded: boolean;
};

export const NEW_TRACK: Track = {
  lastId: 0,
  waiting: [],
  run: 0,
  attempt: 0,
  startedAtMs: null,
  sentences: null,
  doneAtMs: {},
  written: new Set(),
  checked: new Set(),
  fellBack: new Map(),
  hasEnded: false,
};

export const placeOf = (platform: string, language: string) => `${platform}/${language}`;

/** Whether something is missing before what came last: the stream has to be asked again from `lastId` on. */
export const isMissing = (track: Track) => track.waiting.length > 0;

/**
 * Take an event in: those that can be applied now come out in their order, each once, whatever was doubled or came too
 * early.
 */
export function receive(track: Track, event: StreamEvent): { track: Track; applied: StreamEvent[] } {
  if (event.id <= track.lastId || track.waiting.some((each) => each.id === event.id)) return { track, applied: [] };
  return drain({ ...track, waiting: [...track.waiting, event].sort((one, other) => one.id - other.id) });
}

/** What is missing does not come, though it was asked for again: go on without it. */
export function skipMissing(track: Track): { track: Track; applied: StreamEvent[] } {
  const first = track.waiting[0];
  return first ? drain({ ...track, lastId: first.id - 1 }) : { track, applied: [] };
}

function drain(track: Track): { track: Track; applied: StreamEvent[] } {
  const applied: StreamEvent[] = [];
  let { waiting } = track;
  let next = track;
  while (waiting[0]?.id === next.lastId + 1) {
    const [first, ...rest] = waiting as [StreamEvent, ...StreamEvent[]];
    waiting = rest;
    applied.push(first);
    next = { ...advance(next, first), lastId: first.id };
  }
  return { track: { ...next, waiting }, applied };
}

/** Forget what came too early: the stream is asked again, and brings it again. */
export const withoutWaiting = (track: Track): Track => (isMissing(track) ? { ...track, waiting: [] } : track);

function advance(track: Track, { name, data, atMs }: StreamEvent): Track {
  const place = placeOf(String(data.platform ?? ""), String(data.language ?? ""));
  switch (name) {
    case "queued":
      return { ...NEW_TRACK, run: Number(data.run ?? 0) };
    case "started":
      return {
        ...track,
        run: Number(data.run ?? track.run),
        attempt: Number(data.attempt ?? 1),
        startedAtMs: track.startedAtMs ?? atMs,
      };
    case "article":
      return { ...done(track, "read", atMs), sentences: Number(data.sentences ?? 0) || null };
    case "written":
    case "rewritten":
      return { ...done(track, "read", atMs), written: new Set(track.written).add(place) };
    case "fell_back":
      return {
        ...done(track, "read", atMs),
        fellBack: new Map(track.fellBack).set(place, String(data.reason ?? "")),
      };
    case "checked":
      return { ...done(track, "read", atMs), checked: new Set(track.checked).add(place) };
    case "post":
      return {
        ...done(track, "read", atMs),
        written: new Set(track.written).add(place),
        checked: new Set(track.checked).add(place),
      };
    case "finished":
      return { ...done(done(track, "write", atMs), "check", atMs), hasEnded: true };
    case "failed":
    case "cancelled":
      return { ...track, hasEnded: true };
    default:
      return track;
  }
}

function done(track: Track, step: Step, atMs: number): Track {
  if (track.doneAtMs[step] !== undefined) return track;
  return { ...track, doneAtMs: { ...track.doneAtMs, [step]: atMs } };
}

/** The conversion as an event leaves it. What is newer here than in the event (an edit, an approval) stays. */
export function patch(conversion: ConversionOut, { name, data }: StreamEvent): ConversionOut {
  switch (name) {
    case "queued":
      return isOld(conversion, data) ? conversion : { ...conversion, run: Number(data.run), status: "queued" };
    case "started":
      return isOld(conversion, data) || hasEnded(conversion) ? conversion : { ...conversion, status: "running" };
    case "article":
      return {
        ...conversion,
        title: conversion.title || String(data.title ?? ""),
        posts: conversion.posts.map((post) => (post.language ? post : { ...post, language: String(data.language) })),
      };
    case "post":
      return withPost(conversion, data as PostOut);
    case "post_queued":
      return marked(conversion, String(data.post_id), true);
    case "post_failed":
      return marked(conversion, String(data.post_id), false);
    case "finished":
    case "failed":
    case "cancelled":
      return isOld(conversion, data) ? conversion : ended(conversion, data as Partial<ConversionOut>);
    default:
      return conversion;
  }
}

const isOld = (conversion: ConversionOut, data: Record<string, unknown>) => Number(data.run ?? 0) < conversion.run;

export const hasEnded = (conversion: ConversionOut) =>
  conversion.status !== "queued" && conversion.status !== "running";

/** Nothing more happens to it on its own. */
export const isSettled = (conversion: ConversionOut) =>
  hasEnded(conversion) && !conversion.posts.some((post) => post.is_being_rewritten);

export function withPost(conversion: ConversionOut, post: PostOut): ConversionOut {
  return {
    ...conversion,
    posts: conversion.posts.map((known) => {
      if (known.id !== post.id || !post.parts) return known;
      const isNews = post.version > known.version || (post.version === known.version && known.status === "pending");
      return isNews ? post : { ...known, is_being_rewritten: false };
    }),
  };
}

function marked(conversion: ConversionOut, postId: string, isBeingRewritten: boolean): ConversionOut {
  return {
    ...conversion,
    posts: conversion.posts.map((post) =>
      post.id === postId ? { ...post, is_being_rewritten: isBeingRewritten } : post,
    ),
  };
}

function ended(conversion: ConversionOut, data: Partial<ConversionOut>): ConversionOut {
  return {
    ...conversion,
    status: data.status ?? conversion.status,
    usage: data.usage ?? conversion.usage,
    notices: data.notices ?? conversion.notices,
    error: data.error ?? null,
  };
}
