"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { keptInvitation, wayToInvitation } from "./kept-invitation";

/** Only a path of our own: a link to elsewhere in `?next=` must not use our sign-in as its stage. */
export function safePath(wanted: string | null): string | null {
  return wanted && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : null;
}

/** Where whoever is in a form was going: what the address says, else the invitation that waits in this browser. */
function findWay(language: string): string | null {
  const invitation = keptInvitation();
  return (
    safePath(new URLSearchParams(window.location.search).get("next")) ??
    (invitation ? wayToInvitation(language, invitation) : null)
  );
}

/** Leave the form: to the page that asked for a sign-in, else to the workspace. A whole load, so that nothing that an
 * earlier visitor had seen stays in memory. */
export function useGoOn(): () => void {
  const language = useLocale();
  return () => window.location.assign(findWay(language) ?? `/${language}/app`);
}

/** What a link from one form to another takes along, so that whoever was on the way somewhere still gets there. */
export function useOnward(): string {
  const language = useLocale();
  const [onward, setOnward] = useState("");
  useEffect(() => {
    const next = findWay(language);
    setOnward(next ? `?next=${encodeURIComponent(next)}` : "");
  }, [language]);
  return onward;
}
