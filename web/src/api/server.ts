import "server-only";
import { cookies } from "next/headers";
import { apiAddress } from "./address";

/** Ask the API for the visitor, with the visitor's cookies. Null: nobody is signed in, or the API did not answer. */
export async function askApi<T>(path: string): Promise<{ status: number; body: T | null }> {
  const jar = await cookies();
  try {
    const answer = await fetch(new URL(path, apiAddress()), {
      headers: { cookie: jar.toString(), accept: "application/json" },
      cache: "no-store",
      signal: AbortSignal.timeout(3000),
    });
    return { status: answer.status, body: answer.ok ? ((await answer.json()) as T) : null };
  } catch {
    return { status: 0, body: null };
  }
}

/** Whether the browser holds a session at all; whether it is still good, only the API can tell. */
export async function hasSession(): Promise<boolean> {
  const jar = await cookies();
  return jar.getAll().some(({ name }) => /^(__Host-)?newsforge_(access|refresh)$/.test(name));
}
