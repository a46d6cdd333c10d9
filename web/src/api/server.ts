import "server-only";
import { cookies, headers } from "next/headers";
import { apiAddress } from "./address";
import type { ConversionOut, ListPlatformsResponses, MeOut } from "./generated";
import { WORKSPACE_COOKIE } from "./workspace";

/** A page does not wait longer for what its browser asks for itself anyway. */
const PATIENCE_MS = 500;

/**
 * Who the visitor is in their own workspace. Null: nobody, a session to be renewed, or no answer; the browser then finds
 * out. Good for what does not depend on the workspace: which one is open, only the browser knows.
 */
export function findVisitor(): Promise<MeOut | null> {
  return find<MeOut>("/api/v1/me");
}

/** What a page of a conversion shows at once, and the workspace (null: the personal one) that it was found in. */
export type FoundConversion = {
  conversion: ConversionOut;
  platforms: ListPlatformsResponses[200] | null;
  workspace: string | null;
};

/**
 * A conversion in the workspace that this browser chose last; a tab may have chosen another one, which it has to look
 * after. Only for a whole page: who comes from another page of the workspace has it sooner by asking in the browser.
 */
export async function findConversion(id: string, language: string): Promise<FoundConversion | null> {
  if ((await headers()).get("sec-fetch-dest") !== "document") return null;
  const workspace = (await cookies()).get(WORKSPACE_COOKIE)?.value ?? null;
  const said = { "accept-language": language, ...(workspace ? { "newsforge-workspace": workspace } : {}) };
  const [conversion, platforms] = await Promise.all([
    find<ConversionOut>(`/api/v1/conversions/${encodeURIComponent(id)}`, said),
    find<ListPlatformsResponses[200]>("/api/v1/platforms", said),
  ]);
  return conversion && { conversion, platforms, workspace };
}

/** Whether the browser holds a session at all; whether it is still good, only the API can tell. */
export async function hasSession(): Promise<boolean> {
  const jar = await cookies();
  return jar.getAll().some(({ name }) => /^(__Host-)?newsforge_(access|refresh)$/.test(name));
}

/** What the API answers to the visitor; null for any refusal, and when it takes too long. */
async function find<T>(path: string, said: Record<string, string> = {}): Promise<T | null> {
  const jar = await cookies();
  try {
    const answer = await fetch(new URL(path, apiAddress()), {
      headers: { cookie: jar.toString(), accept: "application/json", ...said },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
