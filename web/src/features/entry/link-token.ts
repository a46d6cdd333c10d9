"use client";

import { useEffect, useState } from "react";

/**
 * The secret of a letter's link stands behind `#token=`, which no server and no log ever sees. It is taken out of the
 * address bar at once. Undefined until the page runs in the browser; empty when the link has none. Another link to the
 * same page, opened in the same tab, changes only what is behind the `#`: then it is that one's.
 */
export function useLinkToken(): string | undefined {
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const take = () => {
      const found = new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
      setToken(found);
      if (found) {
        window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
      }
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return token;
}
