"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { PostOut } from "@/api/generated";
import { SESSION_OPENED } from "@/api/session";
import { useHydrated } from "@/ui/hydrated";
import { read, save } from "./calls";
import { findKept, forget, keep } from "./kept-draft";
import { createSaver, type Saver } from "./saver";
import { isUnsaved, type Saving } from "./saving";

/** The saving of the post on this page, from what a crash left behind to the last key before the tab is closed. */
export function useSaving(post: PostOut, active: boolean, onChanged: (post: PostOut) => void): [Saver, Saving] {
  const changed = useRef(onChanged);
  changed.current = onChanged;
  const isSeen = useRef(active);
  isSeen.current = active;
  const isHydrated = useHydrated();
  const [saver] = useState(() =>
    createSaver(post, isHydrated ? findKept(post.id) : null, {
      save,
      read,
      keep,
      forget,
      onChanged: (news) => changed.current(news),
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.now, saver.now);

  useEffect(() => saver.arrived(post), [saver, post]);

  useEffect(() => {
    if (!active) void saver.flush();
    // What was read before may be older than a save that was still on its way when its page was left.
    else if (!isUnsaved(saver.now())) saver.look();
  }, [saver, active]);

  useEffect(() => {
    if (isUnsaved(saver.now())) saver.returned();
    const look = () => {
      if (document.visibilityState === "hidden") void saver.flush();
      else if (isSeen.current) saver.look();
      else saver.returned();
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (!isUnsaved(saver.now())) return;
      void saver.flush();
      event.preventDefault();
    };
    // Another tab that signs in again leaves a note in the browser's memory.
    const returned = () => saver.returned();
    window.addEventListener("online", returned);
    window.addEventListener("storage", returned);
    window.addEventListener(SESSION_OPENED, returned);
    window.addEventListener("beforeunload", warn);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("online", returned);
      window.removeEventListener("storage", returned);
      window.removeEventListener(SESSION_OPENED, returned);
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("visibilitychange", look);
      void saver.flush();
      saver.stop();
    };
  }, [saver]);

  return [saver, state];
}
