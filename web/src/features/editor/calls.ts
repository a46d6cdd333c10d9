/** What the editor asks of the API. Every change names the version that it changes. */

import {
  approvePost,
  checkPostEdit,
  editPost,
  getPost,
  listPostVersions,
  type PostEdit,
  type PostOut,
  type PostVersionOut,
  type Rewriting,
  regeneratePost,
  restorePost,
  unapprovePost,
} from "@/api/generated";
import { ApiProblem } from "@/api/problem";
import type { Failure } from "./saving";

type Version = Pick<PostOut, "id" | "version">;

function of({ id, version }: Version) {
  return { path: { post_id: id }, headers: { "If-Match": `"${version}"` }, throwOnError: true } as const;
}

export async function save(post: Version, edit: PostEdit): Promise<PostOut> {
  return (await editPost({ ...of(post), body: edit })).data;
}

export async function read(id: string): Promise<PostOut> {
  return (await getPost({ path: { post_id: id }, throwOnError: true })).data;
}

export async function check(id: string, edit: PostEdit, signal: AbortSignal): Promise<PostOut> {
  return (await checkPostEdit({ path: { post_id: id }, body: edit, signal, throwOnError: true })).data;
}

export async function approve(post: Version): Promise<PostOut> {
  return (await approvePost(of(post))).data;
}

export async function unapprove(post: Version): Promise<PostOut> {
  return (await unapprovePost(of(post))).data;
}

export async function regenerate(post: Version, wishes: Rewriting): Promise<PostOut> {
  return (await regeneratePost({ ...of(post), body: wishes })).data;
}

export async function restore(post: Version, version: number): Promise<PostOut> {
  const { path, ...rest } = of(post);
  return (await restorePost({ ...rest, path: { ...path, version } })).data;
}

export async function versions(id: string): Promise<PostVersionOut[]> {
  return (await listPostVersions({ path: { post_id: id }, query: { limit: 50 }, throwOnError: true })).data.items;
}

/** What a failed save means for what was typed. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiProblem)) return { kind: "offline" };
  const { status, code, retryAfterS } = error;
  if (status === 0 || status === 429 || status >= 500) {
    return { kind: "offline", retryAfterMs: retryAfterS === null ? null : retryAfterS * 1000 };
  }
  if (status === 412) return { kind: "stale" };
  if (status === 401) return { kind: "signed_out" };
  if (code === "post_is_being_rewritten") return { kind: "busy" };
  // What the API has to say of this is for programs: whoever typed here was taken out, or the post is deleted.
  if (error.code === "not_found") return { kind: "refused", message: "" };
  return { kind: "refused", message: [error.message, error.remedy].filter(Boolean).join(" ") };
}
