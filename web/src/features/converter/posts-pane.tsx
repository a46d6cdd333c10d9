"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ConversionOut, PostOut } from "@/api/generated";
import { PostEditor } from "@/features/editor/post-editor";
import { isThere } from "./post-state";
import { PostTabs, panelId, tabId } from "./post-tabs";
import { NoPost } from "./state-panels";

type Props = {
  conversion: ConversionOut;
  active: PostOut;
  nameOf: (platform: string) => string;
  canEdit: boolean;
  canApprove: boolean;
  onChoose: (postId: string) => void;
  onChanged: (post: PostOut) => void;
};

/** The posts, one at a time. An editor that was open stays, hidden, with its undo and what is not saved yet. */
export function PostsPane({ conversion, active, nameOf, canEdit, canApprove, onChoose, onChanged }: Props) {
  const t = useTranslations("converter");
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set([active.id]));
  if (!opened.has(active.id)) setOpened(new Set(opened).add(active.id));
  return (
    <>
      <h2 className="sr-only">{t("posts")}</h2>
      <PostTabs conversion={conversion} activeId={active.id} nameOf={nameOf} onChoose={onChoose} />
      <div className="relative min-h-0 flex-1 lg:overflow-y-auto">
        {conversion.posts
          .filter((post) => opened.has(post.id))
          .map((post) => (
            <div
              key={post.id}
              role="tabpanel"
              id={panelId(post)}
              aria-labelledby={tabId(post)}
              hidden={post.id !== active.id}
              tabIndex={isThere(post) ? -1 : 0}
            >
              {isThere(post) ? (
                <div className="mx-auto max-w-3xl px-4 py-3 lg:px-6">
                  <PostEditor
                    post={post}
                    article={conversion.article}
                    canEdit={canEdit}
                    canApprove={canApprove}
                    active={post.id === active.id}
                    onChanged={onChanged}
                  />
                </div>
              ) : (
                <NoPost post={post} status={conversion.status} />
              )}
            </div>
          ))}
      </div>
    </>
  );
}
