/** The editors that are open in this page: who copies or approves a post from outside means what is seen in its editor. */

import type { PostOut } from "@/api/generated";
import { type Draft, draftOf } from "./draft";

export interface OpenEditor {
  draft(): Draft;
  copy(): Promise<boolean>;
  /** The post once all that was typed is stored; null where it cannot be stored now, and the editor says why. */
  stored(): Promise<PostOut | null>;
}

const editors = new Map<string, OpenEditor>();

/** Gives back how to take it away again. */
export function openEditor(postId: string, editor: OpenEditor): () => void {
  editors.set(postId, editor);
  return () => {
    if (editors.get(postId) === editor) editors.delete(postId);
  };
}

export function findEditor(postId: string): OpenEditor | undefined {
  return editors.get(postId);
}

export function seenDraft(post: PostOut): Draft {
  return findEditor(post.id)?.draft() ?? draftOf(post);
}

export async function storedPost(post: PostOut): Promise<PostOut | null> {
  const editor = findEditor(post.id);
  return editor ? editor.stored() : post;
}
