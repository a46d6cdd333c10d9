import type { ConversionOut, PostOut } from "@/api/generated";
import { textToCopy } from "@/features/editor/copying";
import { seenDraft } from "@/features/editor/open-editors";
import { hasEnded } from "./progress";

/** What a post is to the person who looks at it. */
export const POST_STATES = [
  "waiting",
  "writing",
  "rewriting",
  "review",
  "unsupported",
  "invalid",
  "clean",
  "approved",
  "failed",
  "missing",
] as const;
export type PostState = (typeof POST_STATES)[number];

export function stateOf(post: PostOut, conversion: ConversionOut): PostState {
  if (post.is_being_rewritten) return "rewriting";
  if (post.status === "pending") {
    if (conversion.status === "queued") return "waiting";
    return hasEnded(conversion) ? "missing" : "writing";
  }
  return POST_STATES.find((each) => each === post.status) ?? "review";
}

export const isThere = (post: PostOut) => post.parts.length > 0;

/** The room that is left where it is tightest, among the limits that a platform enforces; null: there is none. */
export function remainingOf(post: PostOut): number | null {
  const measures = [...post.parts.flatMap((part) => part.measure), ...post.measure];
  const left = measures.filter((each) => each.severity === "reject").map((each) => each.max - each.length);
  return left.length ? Math.min(...left) : null;
}

/** Ready by the check, and nobody has answered for it yet. */
export const isCleanAndOpen = (post: PostOut) => post.status === "clean" && !post.is_being_rewritten && isThere(post);

/** All posts below one another, each under its platform's name; a title or subject first. */
export function textOfAll(posts: readonly PostOut[], nameOf: (post: PostOut) => string): string {
  return posts
    .filter(isThere)
    .map((post) => {
      const draft = seenDraft(post);
      const head = draft.subject ?? draft.title;
      return [`[${nameOf(post)}]`, ...(head ? [head] : []), textToCopy(draft)].join("\n");
    })
    .join("\n\n\n");
}

export const hasSeveralLanguages = (conversion: ConversionOut) =>
  new Set(conversion.posts.map((post) => post.language)).size > 1;
