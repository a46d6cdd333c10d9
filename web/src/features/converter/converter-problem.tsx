"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ApiProblem, asProblem } from "@/api/problem";
import { ProblemNotice } from "@/ui/problem-notice";
import type koreanMessages from "../../../messages/ko.json";

type WishPart = keyof typeof koreanMessages.converter.wishFaults;
type Known = keyof typeof koreanMessages.converter.problems;

/** Our own words for what can go wrong with an article; null where the API's are all there is. */
export function useArticleWords(): (code: string) => { message: string; remedy: string } | null {
  const t = useTranslations("converter.problems");
  return (code) => {
    const key = code as Known;
    if (!code || !t.has(`${key}.message`)) return null;
    return { message: t(`${key}.message`), remedy: t(`${key}.remedy`) };
  };
}

/** What the API refuses before it begins, by the part of the order that it points at. */
function useWishWords(): (problem: ApiProblem) => { message: string; remedy: string } | null {
  const t = useTranslations("converter.wishFaults");
  return (problem) => {
    if (problem.code !== "invalid_conversion") return null;
    const parts = problem.faults[0]?.pointer.split("/") ?? [];
    const part = parts.find((each): each is WishPart => t.has(`${each as WishPart}.message`));
    return part ? { message: t(`${part}.message`), remedy: t(`${part}.remedy`) } : null;
  };
}

/** A problem in place, with what can be done; counts down while the API asks to wait. */
export function ConverterProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useArticleWords();
  const wordsOfWish = useWishWords();
  const problem = error ? asProblem(error) : null;
  const left = useCountdown(problem?.retryAfterS ?? null, error);
  if (!problem) return null;
  // The same again would be refused again.
  const isRefused = problem.status >= 400 && problem.status < 500 && !problem.isRateLimited;
  const ours = wordsOfWish(problem) ?? words(problem.code);
  const body = ours
    ? { detail: ours.message, remedy: ours.remedy, trace_id: problem.traceId }
    : { detail: problem.message, remedy: problem.remedy, code: problem.code, trace_id: problem.traceId };
  const shown = new ApiProblem(problem.status, body, left);
  return <ProblemNotice error={shown} onRetry={left || isRefused ? undefined : onRetry} />;
}

/** Seconds that are left, every second; null when there is nothing to wait for. */
export function useCountdown(fromS: number | null, of: unknown): number | null {
  const [left, setLeft] = useState(fromS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new problem starts a new count
  useEffect(() => {
    setLeft(fromS);
    if (!fromS) return;
    const until = Date.now() + fromS * 1000;
    const timer = setInterval(() => {
      const now = Math.ceil((until - Date.now()) / 1000);
      setLeft(now > 0 ? now : null);
      if (now <= 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [fromS, of]);
  return left;
}
