"use client";

import { useState } from "react";
import type { PostOut } from "@/api/generated";
import { isUnsaved } from "./saving";
import type { Editing } from "./use-editing";

export type ActionName = "regenerate" | "approve" | "unapprove" | "restore" | "keep";

export interface Actions {
  readonly pending: ActionName | null;
  readonly error: unknown;
  /** Whatever is done to a post is done to what is seen: what is typed is saved first. */
  run(name: ActionName, call: (post: PostOut) => Promise<PostOut>): Promise<PostOut | null>;
  dismiss(): void;
}

export function useActions({ saver }: Editing, onChanged: (post: PostOut) => void): Actions {
  const [pending, setPending] = useState<ActionName | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run: Actions["run"] = async (name, call) => {
    setPending(name);
    setError(null);
    try {
      await saver.flush();
      if (isUnsaved(saver.now())) return null;
      const post = await call(saver.now().base);
      saver.arrived(post);
      onChanged(post);
      return post;
    } catch (problem) {
      setError(problem);
      return null;
    } finally {
      setPending(null);
    }
  };
  return { pending, error, run, dismiss: () => setError(null) };
}
