import { apiAddress } from "@/api/address";

export const dynamic = "force-dynamic";

const PATIENCE_MS = 1500;

/** Alive is what this answers at all; `api` tells whether the API could be reached from here, and how fast. */
export async function GET(): Promise<Response> {
  const start = performance.now();
  const reachable = await fetch(new URL("/api/v1/health", apiAddress()), {
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).then(
    (answer) => answer.ok,
    () => false,
  );
  const body = {
    status: reachable ? "ok" : "degraded",
    api: { reachable, latency_ms: Math.round(performance.now() - start) },
  };
  return Response.json(body, { headers: { "cache-control": "no-store" } });
}
