import type { Problem } from "@/api/generated";

const RETRY_AFTER_S = 5;
type Words = Pick<Problem, "detail" | "remedy">;

// The API's own form of a problem, in the languages that the API speaks. Pages have words of their own for its code.
const WORDS: Record<"en" | "ko", { unavailable: Words; silent: Words }> = {
  en: {
    unavailable: {
      detail: "The service cannot be reached just now. Nothing was changed.",
      remedy: "Try again in a few seconds.",
    },
    silent: {
      detail: "The service gave no answer, so what was asked may or may not be done.",
      remedy: "Look whether it was done, then try again.",
    },
  },
  ko: {
    unavailable: {
      detail: "지금 서비스에 연결할 수 없습니다. 바뀐 것은 없습니다.",
      remedy: "몇 초 뒤에 다시 시도하세요.",
    },
    silent: {
      detail: "서비스가 답하지 않아, 요청이 처리되었는지 알 수 없습니다.",
      remedy: "처리되었는지 확인한 뒤 다시 시도하세요.",
    },
  },
};

/**
 * What a client is told when the API gives no answer: nothing of where the API stands. `silent` is one that took the
 * request and then said nothing.
 */
export function noAnswer(acceptLanguage: string | null, kind: "unavailable" | "silent"): Response {
  const language = /^\s*ko\b/i.test(acceptLanguage ?? "") ? "ko" : "en";
  const [status, title] = kind === "silent" ? [504, "Gateway Timeout"] : [503, "Service Unavailable"];
  const code = `service_${kind}`;
  const problem: Problem = {
    type: `urn:newsforge:problem:${code}`,
    title,
    status,
    code,
    ...WORDS[language][kind],
    trace_id: "",
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "content-language": language,
      vary: "Accept-Language",
      "retry-after": String(RETRY_AFTER_S),
    },
  });
}
