"use client";

import { useEffect, useState } from "react";
import type { PostOut, Rewriting } from "@/api/generated";
import { read, regenerate, restore } from "./calls";
import type { Actions } from "./use-actions";
import type { Editing } from "./use-editing";

/** The conversion's events bring the new text at once; this asks in case they do not come. */
const ASK_MS = 5_000;

export interface Rewritten {
  readonly before: PostOut;
  /** Null while it is being written; `failed` when the old text is still there at the end. */
  readonly outcome: "written" | "failed" | null;
}

export function useRewriting(editing: Editing, actions: Actions, active: boolean, onChanged: (post: PostOut) => void) {
  const { saver, saving } = editing;
  const { base } = saving;
  const isPending = base.is_being_rewritten;
  const [before, setBefore] = useState<PostOut | null>(null);

  useEffect(() => {
    if (!isPending || !active) return;
    const timer = setInterval(() => {
      read(base.id).then(
        (post) => {
          if (post.is_being_rewritten) return;
          saver.arrived(post);
          onChanged(post);
        },
        () => undefined,
      );
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [isPending, active, base.id, saver, onChanged]);

  const start = async (wishes: Rewriting) => {
    const was = saver.now().base;
    if (await actions.run("regenerate", (post) => regenerate(post, wishes))) setBefore(was);
  };
  const takeBack = async () => {
    if (before && (await actions.run("restore", (post) => restore(post, before.version)))) setBefore(null);
  };
  const outcome = before === null || isPending ? null : base.version > before.version ? "written" : "failed";
  const rewritten: Rewritten | null = before && { before, outcome };
  return { isPending, rewritten, start, takeBack, dismiss: () => setBefore(null) };
}
