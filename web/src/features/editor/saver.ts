/** Runs the saving of one post: gives the machine its clock, its network and the browser's memory. */

import type { PostEdit, PostOut } from "@/api/generated";
import { failureOf } from "./calls";
import { type Draft, draftOf } from "./draft";
import { type Effect, type Event, type Kept, LONGEST_UNSAVED_MS, opened, type Saving, step } from "./saving";

export interface Surroundings {
  save(post: PostOut, edit: PostEdit): Promise<PostOut>;
  read(id: string): Promise<PostOut>;
  keep(id: string, draft: Draft, base: Draft): void;
  forget(id: string): void;
  /** A post that the page around does not know yet. */
  onChanged(post: PostOut): void;
}

export interface Saver {
  now(): Saving;
  subscribe(listener: () => void): () => void;
  type(draft: Draft): void;
  /** Do not wait for the pause. Done when nothing is on its way any more. */
  flush(): Promise<void>;
  returned(): void;
  /** Somebody looks at the page again: what is unsaved is sent, else what others have written meanwhile is read. */
  look(): void;
  arrived(post: PostOut): void;
  resolve(draft: Draft): void;
  stop(): void;
}

export function createSaver(post: PostOut, kept: Kept | null, around: Surroundings): Saver {
  let state = opened(post, kept);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince: number | null = null;
  const listeners = new Set<() => void>();
  let settled: (() => void)[] = [];

  function tell(event: Event): void {
    const [next, effects] = step(state, event);
    const isNews = next.base !== state.base && event.type !== "arrived";
    state = next;
    for (const effect of effects) run(effect);
    if (state.phase !== "unsaved") unsavedSince = null;
    for (const listener of listeners) listener();
    if (isNews) around.onChanged(state.base);
    if (state.phase !== "saving" && state.phase !== "comparing") {
      for (const resolve of settled) resolve();
      settled = [];
    }
  }

  function run(effect: Effect): void {
    switch (effect.do) {
      case "send":
        clearTimeout(timer);
        around.save(state.base, effect.edit).then(
          (answer) => tell({ type: "saved", post: answer, at: Date.now() }),
          (error) => tell({ type: "failed", failure: failureOf(error) }),
        );
        break;
      case "read":
        around.read(state.base.id).then(tellNews, (error) => tell({ type: "failed", failure: failureOf(error) }));
        break;
      case "wait":
        wait(effect.ms);
        break;
      case "keep":
        around.keep(state.base.id, state.draft, draftOf(state.base));
        break;
      case "forget":
        around.forget(state.base.id);
    }
  }

  function tellNews(post: PostOut): void {
    tell({ type: "arrived", post });
    around.onChanged(post);
  }

  function wait(ms: number): void {
    clearTimeout(timer);
    const isTyping = state.phase === "unsaved";
    if (isTyping) unsavedSince ??= Date.now();
    const left = isTyping && unsavedSince !== null ? unsavedSince + LONGEST_UNSAVED_MS - Date.now() : ms;
    timer = setTimeout(() => tell({ type: isTyping ? "due" : "returned" }), Math.max(0, Math.min(ms, left)));
  }

  return {
    now: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (draft) => tell({ type: "typed", draft }),
    flush() {
      tell({ type: "due" });
      if (state.phase !== "saving" && state.phase !== "comparing") return Promise.resolve();
      return new Promise((resolve) => settled.push(resolve));
    },
    returned: () => tell({ type: "returned" }),
    look() {
      if (state.phase !== "saved") return tell({ type: "returned" });
      const isNews = (post: PostOut) => post.version > state.base.version;
      // Nobody waits for this one: without an answer the page shows what it has.
      around.read(state.base.id).then(
        (post) => isNews(post) && tellNews(post),
        () => undefined,
      );
    },
    arrived: (news) => tell({ type: "arrived", post: news }),
    resolve: (draft) => tell({ type: "resolved", draft }),
    stop: () => clearTimeout(timer),
  };
}
