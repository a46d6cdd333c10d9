"use client";

import { useEffect, useState } from "react";

/**
 * The secret of a letter's link stands behind `#token=`, which no server and no log ever sees. It is taken out of the
 * address bar at once. Undefined until the page runs in the browser; empty when the link has none.
 */
export function useLinkToken(): string | undefined {
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const found = new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
    setToken(found);
    if (found) window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
  }, []);
  return token;
}
