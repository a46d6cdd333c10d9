"use client";

import { useTranslations } from "next-intl";
import type { ApiProblem } from "@/api/problem";
import type koreanMessages from "../../messages/ko.json";

type Known = keyof typeof koreanMessages.problems;

/** Words for a problem: ours for the kinds that people meet, else what the API itself says. */
export function useProblemWords(): (problem: ApiProblem) => { message: string; remedy: string } {
  const t = useTranslations("problems");
  const states = useTranslations("states");
  return (problem) => {
    if (problem.isUnreachable) return { message: states("unreachable"), remedy: "" };
    if (problem.isRateLimited && problem.retryAfterS) {
      return { message: states("rateLimited", { seconds: problem.retryAfterS }), remedy: "" };
    }
    const key = problem.code as Known;
    if (problem.code && t.has(key)) return { message: t(key), remedy: "" };
    if (problem.status >= 500 && !problem.code) return { message: states("unreachable"), remedy: "" };
    return { message: problem.message, remedy: problem.remedy };
  };
}
