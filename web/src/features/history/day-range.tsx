"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { isDay } from "./filters";

type Days = { from: string; to: string };

/** From one day to another, by the browser's own calendar: it knows the keyboard, the phone and the reader's language. */
export function DayRange({ from, to, onChange }: Days & { onChange: (days: Days) => void }) {
  const t = useTranslations("history");
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="sr-only">{t("periods.days")}</legend>
      <Day label={t("from")} value={from} most={to} onChange={(day) => onChange({ from: day, to })} />
      <span aria-hidden className="text-muted">
        –
      </span>
      <Day label={t("to")} value={to} least={from} onChange={(day) => onChange({ from, to: day })} />
    </fieldset>
  );
}

type DayProps = { label: string; value: string; least?: string; most?: string; onChange: (day: string) => void };

/** A year that is being typed passes through 0002 and 0020: only a day that somebody can mean is told. */
function Day({ label, value, least, most, onChange }: DayProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <input
      type="date"
      aria-label={label}
      title={label}
      value={typed}
      min={least || "1900-01-01"}
      max={most || "2999-12-31"}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value === "" || isDay(target.value)) onChange(target.value);
      }}
      className="h-9 min-w-36 rounded-lg border border-[var(--field-border)] bg-surface px-2 text-sm"
    />
  );
}
