"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { approvePost, type ConversionOut, cancelConversion, type PostOut, retryConversion } from "@/api/generated";
import { useMay } from "@/api/me";
import { copy as copyText, textToCopy } from "@/features/editor/copying";
import { draftOf } from "@/features/editor/draft";
import { findEditor, storedPost } from "@/features/editor/open-editors";
import { useRouter } from "@/i18n/navigation";
import { keepChoices, sensible } from "./choices";
import { keepDraft } from "./draft";
import { isCleanAndOpen, isThere, textOfAll } from "./post-state";
import type { Followed } from "./use-conversion";

const SAID_MS = 2500;

export type ConversionActions = ReturnType<typeof useConversionActions>;

/** What somebody can do with the conversion that is open. */
export function useConversionActions(followed: Followed, nameOf: (post: PostOut) => string) {
  const t = useTranslations("converter.said");
  const router = useRouter();
  const [said, setSaid] = useState("");
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = (text: string) => {
    clearTimeout(silence.current);
    setSaid(text);
    silence.current = setTimeout(() => setSaid(""), SAID_MS);
  };

  const cancel = useMutation({
    mutationFn: async (id: string) =>
      (await cancelConversion({ path: { conversion_id: id }, throwOnError: true })).data,
    onSuccess: (conversion) => followed.put(conversion),
  });
  const retry = useMutation({
    mutationFn: async (id: string) => (await retryConversion({ path: { conversion_id: id }, throwOnError: true })).data,
    onSuccess: (conversion) => followed.put(conversion),
  });
  const approve = useMutation({
    mutationFn: async ({ posts, may }: Approval) => {
      let count = 0;
      for (const post of posts) {
        // What is seen is approved: what was typed is stored first, and then it may be another matter.
        const stored = await storedPost(post);
        if (!stored || !may(stored)) continue;
        followed.putPost(await approved(stored));
        count += 1;
      }
      return count;
    },
    onSuccess: (count) => say(count ? t("approved", { count }) : t("notApprovable")),
    onError: () => void followed.refresh(),
  });
  const sayCopied = async (success: string, copied: Promise<boolean>) => say((await copied) ? success : t("notCopied"));

  return {
    said,
    canEdit: useMay("posts:write") ?? false,
    canApprove: useMay("posts:approve") ?? false,
    canConvert: useMay("conversions:write") ?? false,
    isBusy: cancel.isPending || retry.isPending || approve.isPending,
    problem: cancel.error ?? retry.error ?? approve.error,
    cancel: (conversion: ConversionOut) => cancel.mutate(conversion.id),
    retry: (conversion: ConversionOut) => retry.mutate(conversion.id),
    approve: (posts: readonly PostOut[]) => {
      const open = posts.filter(isCleanAndOpen);
      if (open.length) approve.mutate({ posts: open, may: isCleanAndOpen });
    },
    /** One post that a person has looked at; what is not in the article needs a reason, which the editor asks for. */
    approveOne: (post: PostOut) => {
      if (isApprovable(post)) approve.mutate({ posts: [post], may: isApprovable });
      else if (isThere(post) && post.status !== "approved") say(t("notApprovable"));
    },
    copy: (post: PostOut) => {
      if (!isThere(post)) return;
      const copied = findEditor(post.id)?.copy() ?? copyText(textToCopy(draftOf(post)), post.fields.html);
      void sayCopied(t("copied", { name: nameOf(post) }), copied);
    },
    copyAll: ({ posts }: ConversionOut) => {
      const there = posts.filter(isThere);
      if (there.length) void sayCopied(t("copiedAll", { count: there.length }), copyText(textOfAll(there, nameOf)));
    },
    /** The same article and wishes in the input of a new conversion, to be changed or sent as they are. */
    duplicate: ({ source, article, wishes }: ConversionOut) => {
      const written = source.url ?? (article ? `${article.title}\n\n${article.text}` : "");
      keepDraft({ written, instruction: wishes.instruction });
      keepChoices(sensible(wishes));
      router.push("/app");
    },
  };
}

/** `may`: whether it may still be approved, once what was typed meanwhile is stored. */
type Approval = { posts: PostOut[]; may: (post: PostOut) => boolean };

const isApprovable = ({ status }: PostOut) => status === "clean" || status === "review";

async function approved(post: PostOut): Promise<PostOut> {
  const { data } = await approvePost({
    path: { post_id: post.id },
    headers: { "If-Match": `"${post.version}"` },
    throwOnError: true,
  });
  return data;
}
