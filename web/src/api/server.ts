import "server-only";
import { cookies, headers } from "next/headers";
import { apiAddress } from "./address";
import type { Found } from "./found";
import type { ConversionOut, ListPlatformsResponses, MeOut } from "./generated";
import { WORKSPACE_COOKIE } from "./workspace";

/** A page does not wait longer for what its browser asks for itself anyway. */
const PATIENCE_MS = 500;

export type FoundVisitor = Found<{ me: MeOut }>;
export type FoundConversion = Found<{ conversion: ConversionOut; platforms: ListPlatformsResponses[200] | null }>;

/** Who the visitor is. Null: nobody, a session to be renewed, or no answer; the browser then finds out. */
export async function findVisitor(): Promise<FoundVisitor | null> {
  if (!(await isOpening())) return null;
  const me = await find<MeOut>("/api/v1/me");
  return me && { me, workspace: await lastWorkspace() };
}

/** What the page of a conversion shows at once. */
export async function findConversion(id: string, language: string): Promise<FoundConversion | null> {
  if (!(await isOpening())) return null;
  const [conversion, platforms] = await Promise.all([
    find<ConversionOut>(`/api/v1/conversions/${encodeURIComponent(id)}`, language),
    find<ListPlatformsResponses[200]>("/api/v1/platforms", language),
  ]);
  return conversion && { conversion, platforms, workspace: await lastWorkspace() };
}

/**
 * Whether this answers a page that is being opened. What links fetch ahead runs layouts too, a few times a page, but
 * nobody sees that part of it: it is not worth a question that counts against the person's requests a minute; and who
 * comes from another page of the workspace has it sooner by asking in the browser. (Browsers say nothing to a plain http
 * address of another machine; then the browser asks.)
 */
async function isOpening(): Promise<boolean> {
  return (await headers()).get("sec-fetch-dest") === "document";
}

/** Of this browser; a tab may have chosen another one, which it has to look after. */
async function lastWorkspace(): Promise<string | null> {
  return (await cookies()).get(WORKSPACE_COOKIE)?.value || null;
}

/** Whether the browser holds a session at all; whether it is still good, only the API can tell. */
export async function hasSession(): Promise<boolean> {
  const jar = await cookies();
  return jar.getAll().some(({ name }) => /^(__Host-)?newsforge_(access|refresh)$/.test(name));
}

/** What the API answers to the visitor; null for any refusal, and when it takes too long. */
async function find<T>(path: string, language?: string): Promise<T | null> {
  const jar = await cookies();
  const workspace = await lastWorkspace();
  try {
    const answer = await fetch(new URL(path, apiAddress()), {
      headers: {
        cookie: jar.toString(),
        accept: "application/json",
        ...(language ? { "accept-language": language } : {}),
        ...(workspace ? { "newsforge-workspace": workspace } : {}),
      },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
