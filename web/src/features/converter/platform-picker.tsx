"use client";

import { useTranslations } from "next-intl";
import { PlatformBadge } from "@/features/platforms/badge";
import type { PlatformRecord } from "./platform-records";

type Props = {
  records: readonly PlatformRecord[];
  nameOf: (id: string) => string;
  chosen: readonly string[];
  languages: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Every platform as a switch; those that cannot carry a wanted language say so. */
export function PlatformPicker({ records, nameOf, chosen, languages, onChange }: Props) {
  const t = useTranslations("converter.platforms");
  const isChosen = (id: string) => chosen.includes(id);
  const toggle = (id: string) =>
    onChange(isChosen(id) ? chosen.filter((each) => each !== id) : inOrder(records, [...chosen, id]));
  return (
    <fieldset>
      <div className="mb-2.5 flex items-baseline gap-3">
        <legend className="font-semibold text-sm">{t("heading")}</legend>
        <span className="text-muted text-sm tabular-nums">{t("count", { count: chosen.length })}</span>
        <button
          type="button"
          // Before the platforms are known, "all" would be none.
          disabled={records.length === 0}
          className="ml-auto min-h-6 rounded px-1 text-muted text-sm hover:text-foreground"
          onClick={() => onChange(chosen.length === records.length ? [] : records.map((each) => each.id))}
        >
          {t(chosen.length === records.length ? "none" : "all")}
        </button>
      </div>
      <ul className="flex flex-wrap gap-2">
        {records.map((record) => {
          const missing = languages.filter((each) => record.languages.length && !record.languages.includes(each));
          return (
            <li key={record.id}>
              <button
                type="button"
                aria-pressed={isChosen(record.id)}
                onClick={() => toggle(record.id)}
                title={missing.length ? t("onlyIn", { languages: record.languages.join(", ") }) : undefined}
                className="flex h-9 items-center gap-2 rounded-full border border-border bg-surface pr-3.5 pl-2 text-muted text-sm transition-colors hover:border-[var(--field-border)] aria-pressed:border-accent-text aria-pressed:bg-accent-text/10 aria-pressed:font-medium aria-pressed:text-foreground"
              >
                <PlatformBadge id={record.id} />
                {nameOf(record.id)}
                {missing.length ? <span className="text-warn text-xs">{record.languages.join("·")}</span> : null}
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function inOrder(records: readonly PlatformRecord[], ids: string[]): string[] {
  return records.map((each) => each.id).filter((id) => ids.includes(id));
}
