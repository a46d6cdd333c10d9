import type { ConversionSummary, ListConversionsData } from "@/api/generated";

export const STATES = ["queued", "running", "succeeded", "failed", "cancelled"] as const;
export const PERIODS = ["day", "week", "month", "year"] as const;
/** Languages that posts are written in. */
export const LANGUAGES = ["ko", "en", "ja", "zh"] as const;

type Status = ConversionSummary["status"];
export type Period = (typeof PERIODS)[number];
/** What of the history is looked at. It stands in the address, so that a link or a step back shows the same. */
export type Filters = {
  search: string;
  status: Status | null;
  platform: string | null;
  language: string | null;
  /** `days`: from the one day to the other, as chosen in a calendar; an empty one is open. */
  period: Period | "days" | null;
  from: string;
  to: string;
};

export const NO_FILTERS: Filters = {
  search: "",
  status: null,
  platform: null,
  language: null,
  period: null,
  from: "",
  to: "",
};
/** The API's own limit. */
export const SEARCH_MOST = 200;

const DAY_MS = 86_400_000;
const PERIOD_DAYS: Record<Period, number> = { day: 1, week: 7, month: 30, year: 365 };

/** Reads what an address says; whatever makes no sense is as if it was not there. */
export function filtersOf(query: URLSearchParams): Filters {
  const platform = query.get("platform") ?? "";
  const [from, to] = ["from", "to"].map((end) => [query.get(end) ?? ""].find(isDay) ?? "") as [string, string];
  const period = PERIODS.find((each) => each === query.get("period")) ?? null;
  return {
    search: (query.get("q") ?? "").replaceAll("\0", "").slice(0, SEARCH_MOST),
    status: STATES.find((each) => each === query.get("status")) ?? null,
    platform: /^[a-z0-9_]{1,40}$/.test(platform) ? platform : null,
    language: LANGUAGES.find((each) => each === query.get("language")) ?? null,
    ...(from || to || query.get("period") === "days" ? { period: "days", from, to } : { period, from: "", to: "" }),
  };
}

/** The query of an address that says the same; empty where nothing is filtered. */
export function queryOf({ search, status, platform, language, period, from, to }: Filters): string {
  const query = new URLSearchParams();
  if (search.trim()) query.set("q", search.trim());
  if (status) query.set("status", status);
  if (platform) query.set("platform", platform);
  if (language) query.set("language", language);
  if (period && period !== "days") query.set("period", period);
  if (period === "days") {
    if (from) query.set("from", from);
    if (to) query.set("to", to);
    if (!from && !to) query.set("period", period);
  }
  return query.size ? `?${query}` : "";
}

export function isFiltered(filters: Filters): boolean {
  return queryOf(filters) !== "";
}

/** What the API is asked. A period begins at a full minute, so that the same question is asked again, not a new one. */
export function askedOf(filters: Filters, nowMs: number): NonNullable<ListConversionsData["query"]> {
  const { after, before } = boundsOf(filters, nowMs);
  return {
    q: filters.search.trim() || undefined,
    status: filters.status ?? undefined,
    platform: filters.platform ?? undefined,
    language: filters.language ?? undefined,
    created_after: after?.toISOString(),
    created_before: before?.toISOString(),
  };
}

/** Days are those of the reader's own clock; the last one counts to its end. Two in the wrong order are put right. */
function boundsOf({ period, from, to }: Filters, nowMs: number): { after?: Date; before?: Date } {
  if (period === null) return {};
  if (period !== "days") {
    const begin = nowMs - PERIOD_DAYS[period] * DAY_MS;
    return { after: new Date(Math.floor(begin / 60_000) * 60_000) };
  }
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  return { after: first ? midnightOf(first, 0) : undefined, before: last ? midnightOf(last, 1) : undefined };
}

function midnightOf(day: string, daysLater: number): Date {
  const midnight = new Date(`${day}T00:00:00`);
  midnight.setDate(midnight.getDate() + daysLater);
  return midnight;
}

/** A day of the calendar, such as 2026-02-28, that articles can be of. */
export function isDay(text: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
