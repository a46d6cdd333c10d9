/** Why a person keeps what the article does not support. The reasons go with the approval, which needs one. */

import type { PostOut, ProblemOut, ReceiptOut } from "@/api/generated";

const PREFIX = "newsforge-reasons:";

/** By what is kept, so that the reason falls when the sentence is written otherwise. */
export type Reasons = Readonly<Record<string, string>>;

export function keyOf(receipt: Pick<ReceiptOut, "sentence">, problem: Pick<ProblemOut, "text"> | null): string {
  return `${receipt.sentence}\n${problem?.text ?? ""}`;
}

export function findReasons(postId: string): Reasons {
  try {
    const found = JSON.parse(localStorage.getItem(PREFIX + postId) ?? "{}");
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** The one place where a reason is put down. */
export function keepWithReason(
  post: Pick<PostOut, "id">,
  receipt: ReceiptOut,
  problem: ProblemOut | null,
  reason: string,
): Reasons {
  const { [keyOf(receipt, problem)]: _, ...others } = findReasons(post.id);
  const reasons = reason.trim() === "" ? others : { ...others, [keyOf(receipt, problem)]: reason.trim() };
  try {
    localStorage.setItem(PREFIX + post.id, JSON.stringify(reasons));
  } catch {
    // The page still knows them until it is closed.
  }
  return reasons;
}

/** The reason that an approval is given with, from those of the sentences that are still unsupported. */
export function approvalReason(post: Pick<PostOut, "receipts">, reasons: Reasons): string {
  const lines = post.receipts
    .filter((receipt) => receipt.status === "unsupported")
    .flatMap((receipt) =>
      (receipt.problems.length > 0 ? receipt.problems : [null]).map((problem) => [receipt, problem] as const),
    )
    .flatMap(([receipt, problem]) => {
      const reason = reasons[keyOf(receipt, problem)];
      return reason ? [`${problem?.text ?? receipt.sentence}: ${reason}`] : [];
    });
  return [...new Set(lines)].join("\n").slice(0, 2000);
}
