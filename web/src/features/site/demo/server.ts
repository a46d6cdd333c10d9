import "server-only";
import { apiAddress } from "@/api/address";
import { type Demonstration, demonstrationPath, trimmed } from "./demonstration";

/** A page does not wait longer for an example; the browser then asks itself. */
const PATIENCE_MS = 500;
const KEEP_S = 3600;

export async function findDemonstration(language: string): Promise<Demonstration | null> {
  try {
    const answer = await fetch(new URL(demonstrationPath(language), apiAddress()), {
      headers: { "Accept-Language": language },
      next: { revalidate: KEEP_S },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? trimmed(await answer.json()) : null;
  } catch {
    return null;
  }
}
