/**
 * How a post is saved while somebody types into it, without any clock or network: what happens goes in, what is to be
 * done comes out. One save at a time; each names the version that it changes; nothing that somebody else has written is
 * overwritten unseen, and nothing that was typed is dropped.
 */

import type { PostEdit, PostOut } from "@/api/generated";
import { type Draft, draftOf, editOf, isSameDraft, mergeDrafts } from "./draft";

export const PAUSE_MS = 2_500;
/** Somebody who never pauses is saved all the same. */
export const LONGEST_UNSAVED_MS = 15_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

export type Phase =
  | "saved"
  /** Typed, and the pause is not over. */
  | "unsaved"
  | "saving"
  /** The save found another version; theirs is being read. */
  | "comparing"
  | "conflict"
  | "offline"
  | "signed_out"
  /** The post is being written anew: it takes no edit until the new text is there. */
  | "busy"
  /** The server will not take this text; `message` says why, empty: it can no longer be seen. The next change is tried again. */
  | "refused";

export interface Saving {
  readonly phase: Phase;
  /** The post as the server last told it. */
  readonly base: PostOut;
  readonly draft: Draft;
  /** What is on its way, or was when the connection broke. */
  readonly sent: Draft | null;
  readonly theirs: PostOut | null;
  readonly savedAt: number | null;
  readonly failures: number;
  readonly message: string;
}

export type Failure =
  | { kind: "offline"; retryAfterMs?: number | null }
  | { kind: "stale" | "signed_out" | "busy" }
  | { kind: "refused"; message: string };

export type Event =
  | { type: "typed"; draft: Draft }
  /** The pause is over, or the field was left. */
  | { type: "due" }
  /** The machine is online again, somebody has signed in again, the page is looked at again, a retry's time has come. */
  | { type: "returned" }
  | { type: "saved"; post: PostOut; at: number }
  | { type: "failed"; failure: Failure }
  /** The post came from the server without a save: the other version after a stale one, or news of the conversion. */
  | { type: "arrived"; post: PostOut }
  | { type: "resolved"; draft: Draft };

export type Effect =
  | { do: "send"; edit: PostEdit; version: number }
  | { do: "read" }
  | { do: "wait"; ms: number }
  | { do: "keep" }
  | { do: "forget" };

export type Step = readonly [Saving, readonly Effect[]];

/** What a crash or an ended session left behind: the text, and what it was typed into. */
export interface Kept {
  readonly draft: Draft;
  readonly base: Draft;
}

export function opened(post: PostOut, kept: Kept | null = null): Saving {
  const start = { base: post, sent: null, theirs: null, savedAt: null, failures: 0, message: "" };
  const stored = draftOf(post);
  if (kept === null || isSameDraft(kept.draft, stored)) return { ...start, phase: "saved", draft: stored };
  if (isSameDraft(kept.base, stored)) return { ...start, phase: "unsaved", draft: kept.draft };
  return { ...start, phase: "conflict", draft: kept.draft, theirs: post };
}

export function isUnsaved({ draft, base }: Saving): boolean {
  return !isSameDraft(draft, draftOf(base));
}

export function step(now: Saving, event: Event): Step {
  switch (event.type) {
    case "typed":
      return typed({ ...now, draft: event.draft });
    case "due":
      return now.phase === "unsaved" ? send(now) : [now, []];
    case "returned":
      return returned(now);
    case "saved":
      return settle({ ...now, failures: 0, savedAt: event.at, message: "" }, event.post, now.sent);
    case "failed":
      return failed(now, event.failure);
    case "arrived":
      return arrived(now, event.post);
    case "resolved":
      return resolved(now, event.draft);
  }
}

function typed(now: Saving): Step {
  const { phase } = now;
  if (phase === "saved" || phase === "unsaved" || phase === "refused") {
    if (!isUnsaved(now)) return [{ ...now, phase: "saved", message: "" }, [{ do: "forget" }]];
    return [{ ...now, phase: "unsaved", message: "" }, [{ do: "keep" }, { do: "wait", ms: PAUSE_MS }]];
  }
  return [now, [{ do: "keep" }]];
}

function send(now: Saving): Step {
  const edit = editOf(draftOf(now.base), now.draft);
  if (edit === null) return [{ ...now, phase: "saved", sent: null }, [{ do: "forget" }]];
  return [{ ...now, phase: "saving", sent: now.draft }, [{ do: "send", edit, version: now.base.version }]];
}

function returned(now: Saving): Step {
  if (now.phase === "comparing") return [now, [{ do: "read" }]];
  return now.phase === "offline" || now.phase === "signed_out" || now.phase === "unsaved" ? send(now) : [now, []];
}

/** `post` is what the server made of `sent`: where nobody has typed on meanwhile, its wording is taken over. */
function settle(now: Saving, post: PostOut, sent: Draft | null): Step {
  const draft = sent === null ? draftOf(post) : mergeDrafts(sent, now.draft, draftOf(post)).draft;
  const next: Saving = { ...now, base: post, draft, sent: null, theirs: null };
  if (post.is_being_rewritten) return [{ ...next, phase: isUnsaved(next) ? "busy" : "saved" }, []];
  if (!isUnsaved(next)) return [{ ...next, phase: "saved" }, [{ do: "forget" }]];
  return [{ ...next, phase: "unsaved" }, [{ do: "keep" }, { do: "wait", ms: PAUSE_MS }]];
}

function failed(now: Saving, failure: Failure): Step {
  switch (failure.kind) {
    case "stale":
      return [{ ...now, phase: "comparing", failures: 0 }, [{ do: "read" }]];
    case "signed_out":
      return [{ ...now, phase: "signed_out" }, [{ do: "keep" }]];
    case "busy":
      return [{ ...now, phase: "busy", sent: null }, [{ do: "keep" }]];
    case "refused":
      return [{ ...now, phase: "refused", sent: null, message: failure.message }, [{ do: "keep" }]];
    case "offline": {
      const ms = failure.retryAfterMs ?? Math.min(FIRST_RETRY_MS * 2 ** now.failures, LONGEST_RETRY_MS);
      const phase = now.phase === "comparing" ? "comparing" : "offline";
      return [{ ...now, phase, failures: now.failures + 1 }, [{ do: "keep" }, { do: "wait", ms }]];
    }
  }
}

function arrived(now: Saving, post: PostOut): Step {
  if (post.id !== now.base.id || post.version < now.base.version) return [now, []];
  // The answer to the save itself will tell; what comes before it is either its echo or makes it stale.
  if (now.phase === "saving") return [now, []];
  if (post.version === now.base.version && now.phase !== "busy" && now.phase !== "comparing") {
    return [{ ...now, base: post }, []];
  }
  const theirs = draftOf(post);
  const base = draftOf(now.base);
  if (!isUnsaved(now) || isSameDraft(now.draft, theirs)) return settle(now, post, now.draft);
  // A save whose answer was lost on the way: theirs is our own.
  if (now.sent !== null && isSameDraft(now.sent, theirs)) return settle(now, post, now.sent);
  if (isSameDraft(base, theirs)) return settle({ ...now, failures: 0 }, post, base);
  return [{ ...now, phase: "conflict", theirs: post, sent: null }, [{ do: "keep" }]];
}

/** A person has seen both and says what it shall be. */
function resolved(now: Saving, draft: Draft): Step {
  if (now.theirs === null) return [now, []];
  return send({ ...now, base: now.theirs, theirs: null, draft });
}
