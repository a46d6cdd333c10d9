"use client";

import { useEffect } from "react";

/** The font comes behind the first paint of a page that is read once: till then its stand-in is as wide. */
export function WebFont() {
  useEffect(() => void import("@/styles/web-font"), []);
  return null;
}
