/** What is typed and not saved is also kept in the browser, so that a crash or an ended session loses nothing. */

import type { Draft } from "./draft";
import type { Kept } from "./saving";

const PREFIX = "newsforge-draft:";
const LONGEST_KEPT_MS = 14 * 24 * 60 * 60 * 1000;
/** Two tabs keep under one name: what the other has kept last is not ours to throw away. */
const TAB = typeof crypto !== "undefined" && "randomUUID" in crypto ? crypto.randomUUID() : String(Math.random());

interface Stored extends Kept {
  readonly tab: string;
  readonly at: number;
}

export function keep(postId: string, draft: Draft, base: Draft): void {
  const stored: Stored = { draft, base, tab: TAB, at: Date.now() };
  try {
    localStorage.setItem(PREFIX + postId, JSON.stringify(stored));
  } catch {
    // Full or forbidden: then only the server keeps it, a pause later.
  }
}

export function forget(postId: string): void {
  if (find(postId)?.tab === TAB) drop(postId);
}

export function findKept(postId: string): Kept | null {
  const stored = find(postId);
  if (stored && Date.now() - stored.at > LONGEST_KEPT_MS) drop(postId);
  else if (stored) return { draft: stored.draft, base: stored.base };
  return null;
}

function find(postId: string): Stored | null {
  try {
    const stored = JSON.parse(localStorage.getItem(PREFIX + postId) ?? "null");
    return isStored(stored) ? stored : null;
  } catch {
    return null;
  }
}

function drop(postId: string): void {
  try {
    localStorage.removeItem(PREFIX + postId);
  } catch {
    // Nothing is kept then anyway.
  }
}

function isStored(value: unknown): value is Stored {
  const stored = value as Stored | null;
  return Array.isArray(stored?.draft?.parts) && Array.isArray(stored?.base?.parts) && typeof stored.at === "number";
}
