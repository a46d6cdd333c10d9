import "server-only";
import { cookies } from "next/headers";
import { apiAddress } from "./address";
import type { MeOut } from "./generated";

/** A page does not wait longer for what its browser asks for itself anyway. */
const PATIENCE_MS = 500;

/**
 * Who the visitor is in their own workspace. Null: nobody, a session to be renewed, or no answer; the browser then finds
 * out. Good for what does not depend on the workspace: which one is open, only the browser knows.
 */
export async function findVisitor(): Promise<MeOut | null> {
  const jar = await cookies();
  try {
    const answer = await fetch(new URL("/api/v1/me", apiAddress()), {
      headers: { cookie: jar.toString(), accept: "application/json" },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? ((await answer.json()) as MeOut) : null;
  } catch {
    return null;
  }
}

/** Whether the browser holds a session at all; whether it is still good, only the API can tell. */
export async function hasSession(): Promise<boolean> {
  const jar = await cookies();
  return jar.getAll().some(({ name }) => /^(__Host-)?newsforge_(access|refresh)$/.test(name));
}
