export const EXPIRIES = ["month", "quarter", "year", "never"] as const;
export type Expiry = (typeof EXPIRIES)[number];

const DAYS: Record<Exclude<Expiry, "never">, number> = { month: 30, quarter: 90, year: 365 };
const DAY_MS = 86_400_000;

/** When a key that is made now ends; null: never. */
export function endOf(expiry: Expiry, nowMs: number): string | null {
  return expiry === "never" ? null : new Date(nowMs + DAYS[expiry] * DAY_MS).toISOString();
}

export type KeyState = "active" | "expired" | "revoked";

export function stateOf(key: { expires_at: string | null; revoked_at: string | null }, nowMs: number): KeyState {
  if (key.revoked_at) return "revoked";
  return key.expires_at && Date.parse(key.expires_at) <= nowMs ? "expired" : "active";
}
