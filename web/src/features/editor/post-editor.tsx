"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useCallback, useRef } from "react";
import type { ArticleOfConversion, PostOut } from "@/api/generated";
import { ProblemNotice } from "@/ui/problem-notice";
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

/** The editor comes after the page, and beside what the page asks for: nobody waits for one behind the other. */
export const loadDesk = () => import("./desk");
const Desk = lazy(() => loadDesk().then((module) => ({ default: module.Desk })));

/** One post: seen as its platform shows it, typed into there, every sentence traced to the article. */
export function PostEditor({ onChanged, ...props }: PostEditorProps) {
  const t = useTranslations("editor");
  const { record, error, retry } = useRecord(props.post.platform);
  const changed = useRef(onChanged);
  changed.current = onChanged;
  const tell = useCallback((post: PostOut) => changed.current(post), []);
  if (props.post.parts.length === 0) return null;
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  const waiting = <div role="status" aria-label={t("loading")} className="h-64 animate-pulse rounded-xl bg-default" />;
  if (record === null) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Desk key={props.post.id} {...props} record={record} onChanged={tell} />
    </Suspense>
  );
}
