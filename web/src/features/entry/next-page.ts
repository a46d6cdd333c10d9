"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";

/** Only a path of our own: a link to elsewhere in `?next=` must not use our sign-in as its stage. */
export function safePath(wanted: string | null): string | null {
  return wanted && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : null;
}

/** Leave the form: to the page that asked for a sign-in, else to the workspace. A whole load, so that nothing that an
 * earlier visitor had seen stays in memory. */
export function useGoOn(): () => void {
  const language = useLocale();
  return () => {
    const next = safePath(new URLSearchParams(window.location.search).get("next"));
    window.location.assign(next ?? `/${language}/app`);
  };
}

/** What a link from one form to another takes along, so that whoever was on the way somewhere still gets there. */
export function useOnward(): string {
  const [onward, setOnward] = useState("");
  useEffect(() => {
    const next = safePath(new URLSearchParams(window.location.search).get("next"));
    setOnward(next ? `?next=${encodeURIComponent(next)}` : "");
  }, []);
  return onward;
}
