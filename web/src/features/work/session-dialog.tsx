"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { SESSION_ENDED } from "@/api/session";

// Hardly anybody sees it, and its form brings half of the component library along.
const SignInAgain = dynamic(() => import("./sign-in-again").then((module) => module.SignInAgain), { ssr: false });

/** A session that ended while somebody was at work is opened again in place: what they typed stays on the page. */
export function SessionDialog() {
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    const end = () => setEnded(true);
    window.addEventListener(SESSION_ENDED, end);
    return () => window.removeEventListener(SESSION_ENDED, end);
  }, []);
  return hasEnded ? <SignInAgain onDone={() => setEnded(false)} /> : null;
}
