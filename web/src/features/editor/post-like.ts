/** Posts for tests, with what a test leaves out filled in. */

import type { PostOut, ReceiptOut } from "@/api/generated";

type Given = Partial<Omit<PostOut, "parts" | "fields" | "receipts">> & {
  parts?: string[];
  fields?: Partial<PostOut["fields"]>;
  receipts?: ReceiptOut[];
};

export function postLike({ parts = ["하나."], fields, ...given }: Given = {}): PostOut {
  return {
    id: "0b1f0f0e-0000-4000-8000-000000000001",
    conversion_id: "0b1f0f0e-0000-4000-8000-000000000002",
    version: 1,
    platform: "x",
    language: "ko",
    writer: "embedded",
    status: "clean",
    verdict: "clean",
    valid: true,
    requires: [],
    disclosure: null,
    fields: { title: null, subject: null, preheader: null, html: null, ...fields },
    hashtags: [],
    link: null,
    parts: parts.map((text) => ({ text, measure: [] })),
    measure: [],
    violations: [],
    kept: [],
    receipts: [],
    why: "",
    attempts: [],
    prompt_version: null,
    usage: { input_tokens: 0, output_tokens: 0, calls: 0, cost_usd: 0 },
    error: null,
    is_being_rewritten: false,
    edited_by: null,
    edited_at: null,
    approved_by: null,
    approved_at: null,
    approval_reason: null,
    ...given,
  };
}

/** The receipt of `sentence`, which stands in `text`; offsets in code points, as the API gives them. */
export function receiptLike(text: string, sentence: string, given: Partial<ReceiptOut> = {}): ReceiptOut {
  const start = [...text.slice(0, text.indexOf(sentence))].length;
  return {
    part: 0,
    field: null,
    sentence,
    start,
    end: start + [...sentence].length,
    status: "supported",
    wording: "exact",
    unaligned: [],
    spans: [],
    problems: [],
    ...given,
  };
}
