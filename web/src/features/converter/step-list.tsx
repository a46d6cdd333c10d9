"use client";

import { Check, Circle, LoaderCircle, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ConversionOut } from "@/api/generated";
import { isThere } from "./post-state";
import { hasEnded, STEPS, type Step, type Track } from "./progress";

type StepState = "waiting" | "running" | "done" | "stopped";

/** What is done when: read, write, check, each with its seconds while somebody watches. */
export function StepList({ conversion, track }: { conversion: ConversionOut; track: Track }) {
  const t = useTranslations("converter.steps");
  const now = useNow(!hasEnded(conversion));
  const there = conversion.posts.filter(isThere).length;
  const total = conversion.posts.length;
  const counts: Partial<Record<Step, number>> = { write: Math.max(track.written.size, there), check: there };
  return (
    <ol aria-label={t("heading")} className="grid grid-cols-1 gap-x-6 sm:grid-cols-3">
      {STEPS.map((step) => {
        const state = stateOf(step, conversion, track);
        const count = counts[step];
        return (
          <li
            key={step}
            aria-current={state === "running" ? "step" : undefined}
            className="flex items-center gap-2 py-1 text-sm"
          >
            <StepIcon state={state} />
            <span className={state === "waiting" ? "text-muted" : "font-medium"}>{t(step)}</span>
            <span className="sr-only">{t(`states.${state}`)}</span>
            {count !== undefined && state !== "waiting" ? (
              <span className="text-muted text-xs tabular-nums">
                {count}/{total}
              </span>
            ) : null}
            {step === "read" && track.sentences !== null ? (
              <span className="text-muted text-xs tabular-nums">{t("sentences", { count: track.sentences })}</span>
            ) : null}
            <Seconds ms={tookMs(step, track, now)} isRunning={state === "running"} />
          </li>
        );
      })}
    </ol>
  );
}

function StepIcon({ state }: { state: StepState }) {
  if (state === "done") return <Check size={16} aria-hidden className="text-good" />;
  if (state === "running") return <LoaderCircle size={16} aria-hidden className="animate-spin text-accent-text" />;
  if (state === "stopped") return <X size={16} aria-hidden className="text-bad" />;
  return <Circle size={16} aria-hidden className="text-muted/60" />;
}

function Seconds({ ms, isRunning }: { ms: number | null; isRunning: boolean }) {
  const format = useFormatter();
  const t = useTranslations("converter.steps");
  if (ms === null) return null;
  const seconds = isRunning && ms >= 10_000 ? Math.floor(ms / 1000) : ms / 1000;
  return (
    <span aria-hidden={isRunning} className="ml-auto text-muted text-xs tabular-nums sm:ml-0">
      {t("seconds", { seconds: format.number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) })}
    </span>
  );
}

export function stateOf(step: Step, conversion: ConversionOut, track: Track): StepState {
  const isDone = track.doneAtMs[step] !== undefined || (step === "read" && conversion.article !== null);
  if (isDone || conversion.status === "succeeded") return "done";
  if (conversion.status === "queued") return "waiting";
  const hasRead = track.doneAtMs.read !== undefined || conversion.article !== null;
  const hasBegun =
    step === "read" ||
    (step === "check" ? track.written.size > 0 : hasRead) ||
    (hasRead && conversion.posts.some(isThere));
  if (!hasBegun) return "waiting";
  return hasEnded(conversion) ? "stopped" : "running";
}

/** Only what this page has seen begin: who comes later gets the whole run at once, and no honest seconds. */
function tookMs(step: Step, track: Track, nowMs: number): number | null {
  const { read } = track.doneAtMs;
  const from = step === "read" ? track.startedAtMs : (read ?? null);
  if (from === null) return null;
  const until = track.doneAtMs[step];
  const ms = (until ?? (track.hasEnded ? from : nowMs)) - from;
  return ms >= 100 ? ms : null;
}

function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
