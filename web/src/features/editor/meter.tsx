"use client";

import { useTranslations } from "next-intl";
import type { Measure } from "@/features/platforms/measure";
import type { Unit } from "@/features/platforms/record";

const NEAR = 0.9;
const RADIUS = 7;
const ROUND = 2 * Math.PI * RADIUS;
const BYTES: ReadonlySet<Unit> = new Set<Unit>(["utf8_byte", "cp949_byte", "json_byte"]);

export type Level = "fits" | "near" | "over";

/** Past an advice nothing is refused: it stays amber. */
export function levelOf({ length, max, severity }: Pick<Measure, "length" | "max" | "severity">): Level {
  if (length > max && severity === "reject") return "over";
  return length >= max * NEAR ? "near" : "fits";
}

const INKS: Readonly<Record<Level, string>> = { fits: "", near: "text-warn", over: "font-semibold text-bad" };

/** What a meter shows: what is refused or cut, else what is fullest. */
export function fullest(measures: readonly Measure[]): Measure | null {
  const refused = measures.filter((one) => one.severity === "reject" && one.length > one.max);
  const fillings = (refused.length > 0 ? refused : measures).map((one) => ({ one, filling: one.length / one.max }));
  return fillings.sort((a, b) => b.filling - a.filling)[0]?.one ?? null;
}

/** A ring and a number in the platform's own unit; said aloud only when it comes near the limit or passes it. */
export function Meter({ measures, name }: { measures: readonly Measure[]; name: string }) {
  const t = useTranslations("editor.meter");
  const measure = fullest(measures);
  if (measure === null) return null;
  const { length, max, unit, remaining } = measure;
  const level = levelOf(measure);
  const kind = BYTES.has(unit) ? "bytes" : "characters";
  const words =
    remaining >= 0
      ? t(`${kind}.of`, { length, max })
      : t(`${kind}.${level === "over" ? "over" : "long"}`, { count: -remaining });
  const filled = Math.min(1, length / max) * ROUND;
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap text-xs tabular-nums ${INKS[level]}`}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden focusable="false">
        <circle cx="9" cy="9" r={RADIUS} fill="none" stroke="currentColor" strokeWidth="2" opacity="0.22" />
        <circle
          cx="9"
          cy="9"
          r={RADIUS}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeDasharray={`${filled} ${ROUND}`}
          transform="rotate(-90 9 9)"
        />
      </svg>
      <span>
        <span className="sr-only">{name} </span>
        {words}
      </span>
      <span className="sr-only" aria-live="polite">
        {level === "fits" ? "" : `${name}: ${t(level)}`}
      </span>
    </span>
  );
}
