"use client";

import { useEffect, useState } from "react";
import { keepInvitation, keptInvitation } from "./kept-invitation";
import { useLinkToken } from "./link-token";

/** Of the link that was opened, else the one that is kept. Undefined until the page runs in the browser. */
export function useInvitationToken(): string | undefined {
  const ofLink = useLinkToken();
  const [token, setToken] = useState<string>();
  useEffect(() => {
    if (ofLink) keepInvitation(ofLink);
    if (ofLink !== undefined) setToken((before) => ofLink || keptInvitation() || before || "");
  }, [ofLink]);
  return token;
}
