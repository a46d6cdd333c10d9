"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef } from "react";
import type { ArticleOfConversion, PostOut } from "@/api/generated";
import { useHydrated } from "@/ui/hydrated";
import { ProblemNotice } from "@/ui/problem-notice";
import { Desk } from "./desk";
import { findKept } from "./kept-draft";
import { useRecord } from "./use-record";

export type PostEditorProps = {
  post: PostOut;
  article: ArticleOfConversion | null;
  canEdit: boolean;
  canApprove: boolean;
  /** Whether its tab is looked at; a hidden one has saved what was typed. */
  active: boolean;
  onChanged(post: PostOut): void;
};

/** One post: seen as its platform shows it, typed into there, every sentence traced to the article. */
export function PostEditor({ onChanged, ...props }: PostEditorProps) {
  const t = useTranslations("editor");
  const { record, error, retry } = useRecord(props.post.platform);
  const isHydrated = useHydrated();
  const postId = props.post.id;
  // Only this browser knows of it: the desk that the server made gives way to one that begins with it.
  const hasKept = useMemo(() => isHydrated && findKept(postId) !== null, [isHydrated, postId]);
  const changed = useRef(onChanged);
  changed.current = onChanged;
  const tell = useCallback((post: PostOut) => changed.current(post), []);
  if (props.post.parts.length === 0) return null;
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  if (record === null) {
    return <div role="status" aria-label={t("loading")} className="h-64 animate-pulse rounded-xl bg-default" />;
  }
  return <Desk key={`${postId} ${hasKept}`} {...props} record={record} onChanged={tell} />;
}
