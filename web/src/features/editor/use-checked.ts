"use client";

import { useEffect, useState } from "react";
import type { PostOut } from "@/api/generated";
import { check } from "./calls";
import { type Draft, draftOf, editOf, isSameDraft } from "./draft";

const PAUSE_MS = 1_000;

export interface Checked {
  /** The post whose receipts are shown; they speak of its own texts. */
  readonly post: PostOut;
  readonly isChecking: boolean;
}

/** Holds what is typed against the article a second after the typing stops; what is saved brings its own receipts. */
export function useChecked(base: PostOut, draft: Draft, isPaused: boolean): Checked {
  const [found, setFound] = useState<{ post: PostOut; draft: Draft } | null>(null);
  const [isChecking, setChecking] = useState(false);
  const isStored = isSameDraft(draftOf(base), draft);
  const isFound = found !== null && isSameDraft(found.draft, draft);

  useEffect(() => {
    if (isStored || isFound || isPaused) return;
    const edit = editOf(draftOf(base), draft);
    if (edit === null) return;
    const call = new AbortController();
    const timer = setTimeout(async () => {
      setChecking(true);
      try {
        const post = await check(base.id, edit, call.signal);
        // Typed on meanwhile: the effect has begun anew and this answer is of another text.
        if (!call.signal.aborted) setFound({ post, draft });
      } catch {
        // Offline or refused: the sentence stays grey, and saving says what is wrong.
      } finally {
        if (!call.signal.aborted) setChecking(false);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      call.abort();
      setChecking(false);
    };
  }, [base, draft, isStored, isFound, isPaused]);

  if (isStored) return { post: base, isChecking: false };
  return { post: found?.post ?? base, isChecking: isChecking };
}
