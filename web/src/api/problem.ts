import type { FieldFault, Problem } from "./generated";

/** What the API answers when it cannot: RFC 9457. `remedy` says what the person can do. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable name of the kind, such as `post_changed_meanwhile`; empty when no answer came. */
  readonly code: string;
  readonly remedy: string;
  readonly traceId: string;
  readonly faults: FieldFault[];
  /** Seconds after which it is worth trying again, where the answer says so. */
  readonly retryAfterS: number | null;

  constructor(status: number, body: Partial<Problem>, retryAfterS: number | null = null) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.name = "ApiProblem";
    this.status = status;
    this.code = body.code ?? "";
    this.remedy = body.remedy ?? "";
    this.traceId = body.trace_id ?? "";
    this.faults = body.errors ?? [];
    this.retryAfterS = retryAfterS;
  }

  /** Neither the network nor this origin could bring it to the API. */
  get isUnreachable(): boolean {
    return this.status === 0 || this.code === "service_unavailable";
  }

  get isRateLimited(): boolean {
    return this.status === 429;
  }
}

export function asProblem(error: unknown, response?: Response): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (!response) return new ApiProblem(0, { detail: error instanceof Error ? error.message : "" });
  const wait = Number(response.headers.get("retry-after"));
  const body = typeof error === "object" && error !== null ? (error as Partial<Problem>) : {};
  return new ApiProblem(response.status, body, wait > 0 ? wait : null);
}
