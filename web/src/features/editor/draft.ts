/** What a person can change of a post. */

import type { PostEdit, PostOut } from "@/api/generated";

export type TextField = "title" | "subject" | "preheader";
export const TEXT_FIELDS: readonly TextField[] = ["title", "subject", "preheader"];

export interface Draft {
  readonly parts: readonly string[];
  readonly title: string | null;
  readonly subject: string | null;
  readonly preheader: string | null;
  readonly hashtags: readonly string[];
}

export function draftOf(post: Pick<PostOut, "parts" | "fields" | "hashtags">): Draft {
  const { title, subject, preheader } = post.fields;
  return { parts: post.parts.map((part) => part.text), title, subject, preheader, hashtags: post.hashtags };
}

export function areSameTexts(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text, place) => text === others[place]);
}

export function isSameDraft(one: Draft, other: Draft): boolean {
  return (
    TEXT_FIELDS.every((field) => one[field] === other[field]) &&
    areSameTexts(one.parts, other.parts) &&
    areSameTexts(one.hashtags, other.hashtags)
  );
}

/** What is to be sent for `draft` to come out of `base`; null when they are the same. */
export function editOf(base: Draft, draft: Draft): PostEdit | null {
  const edit: PostEdit = {};
  if (!areSameTexts(base.parts, draft.parts)) edit.parts = [...draft.parts];
  for (const field of TEXT_FIELDS) if (base[field] !== draft[field]) edit[field] = draft[field] ?? "";
  if (!areSameTexts(base.hashtags, draft.hashtags)) edit.hashtags = [...draft.hashtags];
  return Object.keys(edit).length === 0 ? null : edit;
}

export interface Merged {
  readonly draft: Draft;
  /** Whether both have changed the same place in different ways; the draft has `mine` there. */
  readonly clashes: boolean;
}

/** What both have changed since `base`, together. Parts are told apart only while nobody has added or removed one. */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merged {
  let clashes = false;
  function pick<T>(was: T, my: T, their: T, isSame: (one: T, other: T) => boolean = Object.is): T {
    if (isSame(my, their) || isSame(their, was)) return my;
    if (isSame(my, was)) return their;
    clashes = true;
    return my;
  }
  const isSameLength = base.parts.length === mine.parts.length && mine.parts.length === theirs.parts.length;
  const draft: Draft = {
    parts: isSameLength
      ? mine.parts.map((text, place) => pick(base.parts[place] ?? "", text, theirs.parts[place] ?? ""))
      : pick(base.parts, mine.parts, theirs.parts, areSameTexts),
    title: pick(base.title, mine.title, theirs.title),
    subject: pick(base.subject, mine.subject, theirs.subject),
    preheader: pick(base.preheader, mine.preheader, theirs.preheader),
    hashtags: pick(base.hashtags, mine.hashtags, theirs.hashtags, areSameTexts),
  };
  return { draft, clashes };
}
