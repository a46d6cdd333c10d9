import type { ConversionSummary, ListConversionsData } from "@/api/generated";

export const STATES = ["queued", "running", "succeeded", "failed", "cancelled"] as const;
export const PERIODS = ["day", "week", "month", "year"] as const;

type Status = ConversionSummary["status"];
export type Period = (typeof PERIODS)[number];
/** What of the history is looked at. It stands in the address, so that a link or a step back shows the same. */
export type Filters = { search: string; status: Status | null; platform: string | null; period: Period | null };

export const NO_FILTERS: Filters = { search: "", status: null, platform: null, period: null };
/** The API's own limit. */
export const SEARCH_MOST = 200;

const DAY_MS = 86_400_000;
const PERIOD_DAYS: Record<Period, number> = { day: 1, week: 7, month: 30, year: 365 };

/** Reads what an address says; whatever makes no sense is as if it was not there. */
export function filtersOf(query: URLSearchParams): Filters {
  const platform = query.get("platform") ?? "";
  return {
    search: (query.get("q") ?? "").replaceAll("\0", "").slice(0, SEARCH_MOST),
    status: STATES.find((each) => each === query.get("status")) ?? null,
    platform: /^[a-z0-9_]{1,40}$/.test(platform) ? platform : null,
    period: PERIODS.find((each) => each === query.get("period")) ?? null,
  };
}

/** The query of an address that says the same; empty where nothing is filtered. */
export function queryOf({ search, status, platform, period }: Filters): string {
  const query = new URLSearchParams();
  if (search.trim()) query.set("q", search.trim());
  if (status) query.set("status", status);
  if (platform) query.set("platform", platform);
  if (period) query.set("period", period);
  return query.size ? `?${query}` : "";
}

export function isFiltered(filters: Filters): boolean {
  return queryOf(filters) !== "";
}

/** What the API is asked. A period begins at a full minute, so that the same question is asked again, not a new one. */
export function askedOf(filters: Filters, nowMs: number): NonNullable<ListConversionsData["query"]> {
  const begin = filters.period ? nowMs - PERIOD_DAYS[filters.period] * DAY_MS : null;
  return {
    q: filters.search.trim() || undefined,
    status: filters.status ?? undefined,
    platform: filters.platform ?? undefined,
    created_after: begin === null ? undefined : new Date(Math.floor(begin / 60_000) * 60_000).toISOString(),
  };
}
