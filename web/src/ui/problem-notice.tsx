"use client";

import { CircleAlert, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { asProblem } from "@/api/problem";
import { useProblemWords } from "./problem-words";

/** What went wrong and what to do about it, in the language of the page, beside the thing that went wrong. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations("states");
  const words = useProblemWords();
  if (!error) return null;
  const problem = asProblem(error);
  const { message, remedy } = words(problem);
  const Icon = problem.isUnreachable ? WifiOff : CircleAlert;
  return (
    <div role="alert" className="flex gap-2.5 rounded-xl border border-bad/40 bg-bad/5 px-3.5 py-3 text-sm">
      <Icon size={18} aria-hidden className="mt-0.5 shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="font-medium">{message}</p>
        {remedy ? <p className="mt-0.5 text-muted">{remedy}</p> : null}
        {problem.status >= 500 && problem.traceId ? (
          <p className="mt-1 font-mono text-muted text-xs">{t("trace", { id: problem.traceId.slice(0, 12) })}</p>
        ) : null}
        {onRetry ? (
          <button
            type="button"
            onClick={onRetry}
            className="mt-1.5 font-medium text-accent-text underline underline-offset-4"
          >
            {t("retry")}
          </button>
        ) : null}
      </div>
    </div>
  );
}
