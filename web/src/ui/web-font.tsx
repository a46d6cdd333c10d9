"use client";

import { useEffect } from "react";

/** Longest that a busy page keeps its stand-in. */
const PATIENCE_MS = 1500;

/** The font, half a megabyte at a first visit, comes when the page stands: until then its stand-in is as wide. */
export function WebFont() {
  useEffect(() => {
    // A page that lost its line keeps the stand-in.
    const load = () => void import("@/styles/web-font").catch(() => undefined);
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(load, PATIENCE_MS / 3);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(load, { timeout: PATIENCE_MS });
    return () => cancelIdleCallback(idle);
  }, []);
  return null;
}
