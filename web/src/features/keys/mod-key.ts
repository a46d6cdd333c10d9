"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** The sign of the key that goes with shortcuts on this machine. */
export function useModKey(): string {
  return useSyncExternalStore(
    never,
    () => (isApple() ? "⌘" : "Ctrl "),
    () => "Ctrl ",
  );
}
