"use client";

import { useTranslations } from "next-intl";
import { type Measure, tightest } from "@/features/platforms/measure";
import type { Unit } from "@/features/platforms/record";

const NEAR = 0.9;
const RADIUS = 7;
const ROUND = 2 * Math.PI * RADIUS;
const BYTES: ReadonlySet<Unit> = new Set<Unit>(["utf8_byte", "cp949_byte", "json_byte"]);

export type Level = "fits" | "near" | "over";

export function levelOf({ length, max }: Pick<Measure, "length" | "max">): Level {
  if (length > max) return "over";
  return length >= max * NEAR ? "near" : "fits";
}

/** A ring and a number in the platform's own unit; said aloud only when it comes near the limit or passes it. */
export function Meter({ measures, name }: { measures: readonly Measure[]; name: string }) {
  const t = useTranslations("editor.meter");
  const measure = tightest(measures);
  if (measure === null) return null;
  const { length, max, unit, remaining } = measure;
  const level = levelOf(measure);
  const kind = BYTES.has(unit) ? "bytes" : "characters";
  const words = level === "over" ? t(`${kind}.over`, { count: -remaining }) : t(`${kind}.of`, { length, max });
  const filled = Math.min(1, length / max) * ROUND;
  return (
    <span className="meter inline-flex items-center gap-1.5 whitespace-nowrap text-xs tabular-nums" data-level={level}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden focusable="false">
        <title>{name}</title>
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
