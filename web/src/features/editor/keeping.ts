/** Why a person keeps what the article does not support. Each reason stands for one problem, as its receipt names it. */

import { editPost, type Keep, type KeptOut, type PostOut, type ProblemOut, type ReceiptOut } from "@/api/generated";

type Named = Pick<Keep, "sentence" | "kind" | "text">;

/** A sentence that nothing supports as a whole has no detail to name. */
function nameOf(receipt: Pick<ReceiptOut, "sentence">, problem: Pick<ProblemOut, "kind" | "text"> | null): Named {
  const { sentence } = receipt;
  return problem
    ? { sentence, kind: problem.kind, text: problem.text }
    : { sentence, kind: "sentence", text: sentence };
}

function isSame(one: Named, other: Named): boolean {
  return one.sentence === other.sentence && one.kind === other.kind && one.text === other.text;
}

export function findKept(
  kept: readonly KeptOut[],
  receipt: Pick<ReceiptOut, "sentence">,
  problem: Pick<ProblemOut, "kind" | "text"> | null,
): KeptOut | null {
  return kept.find((one) => isSame(one, nameOf(receipt, problem))) ?? null;
}

/** All reasons of the post with this one put down; an empty one takes it back. */
export function keptWith(
  kept: readonly KeptOut[],
  receipt: ReceiptOut,
  problem: ProblemOut | null,
  reason: string,
): Keep[] {
  const name = nameOf(receipt, problem);
  const others = kept
    .filter((one) => !isSame(one, name))
    .map(({ sentence, kind, text, reason: why }) => ({
      sentence,
      kind,
      text,
      reason: why,
    }));
  return reason.trim() === "" ? others : [...others, { ...name, reason: reason.trim() }];
}

/** The one place where a reason is put down. It makes a new version of the post. */
export async function keepWithReason(
  post: PostOut,
  receipt: ReceiptOut,
  problem: ProblemOut | null,
  reason: string,
): Promise<PostOut> {
  const answer = await editPost({
    path: { post_id: post.id },
    headers: { "If-Match": `"${post.version}"` },
    body: { keep: keptWith(post.kept, receipt, problem, reason) },
    throwOnError: true,
  });
  return answer.data;
}
