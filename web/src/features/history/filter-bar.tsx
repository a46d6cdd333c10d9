"use client";

import { Search, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { PLATFORM_NAMES } from "@/features/platforms/names";
import type { Language } from "@/i18n/routing";
import { Select } from "@/ui/select";
import { DayRange } from "./day-range";
import { type Filters, isFiltered, LANGUAGES, NO_FILTERS, PERIODS, SEARCH_MOST, STATES } from "./filters";

const DEBOUNCE_MS = 300;

export function FilterBar({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const t = useTranslations("history");
  const language = useLocale() as Language;
  const any = ["", t("any")] as const;
  const names = new Intl.DisplayNames(language, { type: "language" });
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchField value={filters.search} onChange={(search) => onChange({ ...filters, search })} />
      <Select
        label={t("status")}
        value={filters.status ?? ""}
        options={[["", t("anyStatus")], ...STATES.map((each) => [each, t(`states.${each}`)] as const)]}
        onChange={(status) => onChange({ ...filters, status: status || null })}
      />
      <Select
        label={t("platform")}
        value={filters.platform ?? ""}
        options={[
          ["", t("anyPlatform")],
          ...Object.entries(PLATFORM_NAMES).map(([id, names]) => [id, names[language]] as const),
        ]}
        onChange={(platform) => onChange({ ...filters, platform: platform || null })}
      />
      <Select
        label={t("language")}
        value={filters.language ?? ""}
        options={[["", t("anyLanguage")], ...LANGUAGES.map((each) => [each, names.of(each) ?? each] as const)]}
        onChange={(chosen) => onChange({ ...filters, language: chosen || null })}
      />
      <Select
        label={t("period")}
        value={filters.period ?? ""}
        options={[any, ...[...PERIODS, "days" as const].map((each) => [each, t(`periods.${each}`)] as const)]}
        onChange={(period) => onChange({ ...filters, period: period || null, from: "", to: "" })}
      />
      {filters.period === "days" ? (
        <DayRange from={filters.from} to={filters.to} onChange={(days) => onChange({ ...filters, ...days })} />
      ) : null}
      {isFiltered(filters) ? (
        <button
          type="button"
          onClick={() => onChange(NO_FILTERS)}
          className="flex h-9 items-center gap-1 rounded-lg px-2 text-muted text-sm hover:bg-default hover:text-foreground"
        >
          <X size={15} aria-hidden />
          {t("clear")}
        </button>
      ) : null}
    </search>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations("history");
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    // Changed from outside: a step back, or all filters taken off.
    if (value !== told.current) setTyped(value);
    told.current = value;
  }, [value]);
  useEffect(() => {
    if (typed.trim() === told.current) return;
    const later = setTimeout(() => {
      told.current = typed.trim();
      onChange(told.current);
    }, DEBOUNCE_MS);
    return () => clearTimeout(later);
  }, [typed, onChange]);
  return (
    <div className="relative w-full sm:w-72">
      <Search size={16} aria-hidden className="pointer-events-none absolute top-2.5 left-3 text-muted" />
      <input
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        value={typed}
        maxLength={SEARCH_MOST}
        onChange={(event) => setTyped(event.target.value)}
        className="h-9 w-full rounded-lg border border-[var(--field-border)] bg-surface pr-3 pl-9 text-sm placeholder:text-muted"
      />
    </div>
  );
}
