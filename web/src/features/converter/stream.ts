import { SESSION_OPENED, sessionFetch } from "@/api/session";
import { chosenWorkspace } from "@/api/workspace";
import type { StreamEvent } from "./progress";

/** How the page hears of the conversion. `polling`: the stream failed, so it asks now and then. */
export type Connection = "connecting" | "live" | "polling" | "gone" | "over";

/** A comment comes every 15 seconds: after this much silence the line is dead. */
const SILENCE_MS = 40_000;
const FAILURES_UNTIL_POLLING = 3;
const BACK_OFF_MS = [500, 1_500, 4_000];
const POLL_MS = 3_000;

export type Follower = {
  conversionId: string;
  /** The id of the last event that was taken in. */
  lastId: () => number;
  /** True: something is missing before this event, so ask again from `lastId` on. */
  onEvents: (events: StreamEvent[]) => boolean;
  onConnection: (connection: Connection) => void;
  /** Ask for the whole conversion. True: nothing more will happen to it. */
  poll: () => Promise<boolean>;
  signal: AbortSignal;
  origin?: string;
  silenceMs?: number;
  pauseMs?: (failures: number) => number;
};

/**
 * Follow a conversion to its end. A browser's own EventSource can neither name the workspace nor tell a session that
 * has ended from a server that is away, so this reads the stream itself; it comes back with the last id that it has
 * seen, and after three failures asks for the whole conversion in between.
 */
export async function followConversion(follower: Follower): Promise<void> {
  const { signal, onConnection } = follower;
  const pause = follower.pauseMs ?? pauseOf;
  let failures = 0;
  onConnection("connecting");
  while (!signal.aborted) {
    const outcome = await readOnce(follower, () => {
      failures = 0;
      onConnection("live");
    });
    if (signal.aborted) return;
    if (outcome.kind === "gone") return onConnection("gone");
    if (outcome.kind === "signed out") {
      await newSession(signal);
      continue;
    }
    if (outcome.kind === "again") continue;
    if (outcome.kind === "failed") failures += 1;
    if (outcome.kind === "ended" || failures >= FAILURES_UNTIL_POLLING) {
      if (outcome.kind === "failed") onConnection("polling");
      if (await isOver(follower)) return onConnection("over");
    }
    await sleep(Math.max(pause(failures), outcome.waitMs), signal);
  }
}

type Outcome = { kind: "ended" | "again" | "failed" | "gone" | "signed out"; waitMs: number };

async function readOnce(follower: Follower, onOpen: () => void): Promise<Outcome> {
  const silence = new AbortController();
  const stop = () => silence.abort();
  follower.signal.addEventListener("abort", stop);
  const limit = follower.silenceMs ?? SILENCE_MS;
  let timer = setTimeout(stop, limit);
  try {
    const answer = await sessionFetch(requestOf(follower, silence.signal));
    if (answer.status === 401) return { kind: "signed out", waitMs: 0 };
    if (answer.status === 404 || answer.status === 403) return { kind: "gone", waitMs: 0 };
    if (!answer.ok || !answer.body) return { kind: "failed", waitMs: retryAfterMs(answer) };
    const frames = new Frames();
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { kind: "ended", waitMs: 0 };
      onOpen();
      clearTimeout(timer);
      timer = setTimeout(stop, limit);
      const events = frames.take(value);
      if (events.length && follower.onEvents(events)) return { kind: "again", waitMs: 0 };
    }
  } catch {
    return { kind: "failed", waitMs: 0 };
  } finally {
    clearTimeout(timer);
    follower.signal.removeEventListener("abort", stop);
    stop();
  }
}

function requestOf({ conversionId, lastId, origin }: Follower, signal: AbortSignal): Request {
  const headers = new Headers({ accept: "text/event-stream", "Last-Event-ID": String(lastId()) });
  const workspace = chosenWorkspace();
  if (workspace) headers.set("NewsForge-Workspace", workspace);
  const address = new URL(`/api/v1/conversions/${conversionId}/events`, origin ?? window.location.origin);
  return new Request(address, { headers, signal, cache: "no-store", credentials: "same-origin" });
}

async function isOver(follower: Follower): Promise<boolean> {
  try {
    return await follower.poll();
  } catch {
    return false;
  }
}

const pauseOf = (failures: number) => (failures === 0 ? 200 : (BACK_OFF_MS[failures - 1] ?? POLL_MS));

function retryAfterMs(answer: Response): number {
  const wait = Number(answer.headers.get("retry-after"));
  return wait > 0 ? Math.min(wait, 60) * 1000 : 0;
}

/** Until somebody has signed in again; the page asks for that by itself. */
function newSession(signal: AbortSignal): Promise<void> {
  return new Promise((go) => {
    const on = () => go();
    window.addEventListener(SESSION_OPENED, on, { once: true, signal });
    signal.addEventListener("abort", on, { once: true });
  });
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((wake) => {
    const timer = setTimeout(wake, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        wake();
      },
      { once: true },
    );
  });
}

/** Text as it arrives, cut anywhere, becomes whole events. */
export class Frames {
  #rest = "";

  take(text: string, nowMs = Date.now()): StreamEvent[] {
    const frames = (this.#rest + text).split(/\r?\n\r?\n/);
    this.#rest = frames.pop() ?? "";
    return frames.map((frame) => eventOf(frame, nowMs)).filter((event) => event !== null);
  }
}

function eventOf(frame: string, atMs: number): StreamEvent | null {
  const fields = new Map<string, string>();
  for (const line of frame.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, "");
    fields.set(name, fields.has(name) ? `${fields.get(name)}\n${value}` : value);
  }
  const id = Number(fields.get("id"));
  const data = fields.get("data");
  if (!Number.isInteger(id) || id < 1 || data === undefined) return null;
  try {
    return { id, name: fields.get("event") ?? "message", data: JSON.parse(data), atMs };
  } catch {
    return null;
  }
}
