"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { approvePost, type ConversionOut, cancelConversion, type PostOut, retryConversion } from "@/api/generated";
import { useMay } from "@/api/me";
import { copy as copyText, textToCopy } from "@/features/editor/copying";
import { draftOf } from "@/features/editor/draft";
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
    mutationFn: async (posts: PostOut[]) => {
      for (const post of posts) followed.putPost(await approved(post));
      return posts.length;
    },
    onSuccess: (count) => say(t("approved", { count })),
    onError: () => void followed.refresh(),
  });
  const copy = async (success: string, text: string, html?: string | null) =>
    say((await copyText(text, html)) ? success : t("notCopied"));

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
      if (open.length) approve.mutate(open);
    },
    /** One post that a person has looked at; what is not in the article needs a reason, which the editor asks for. */
    approveOne: (post: PostOut) => {
      if (post.status === "clean" || post.status === "review") approve.mutate([post]);
      else if (isThere(post) && post.status !== "approved") say(t("notApprovable"));
    },
    copy: (post: PostOut) => {
      if (isThere(post)) void copy(t("copied", { name: nameOf(post) }), textToCopy(draftOf(post)), post.fields.html);
    },
    copyAll: ({ posts }: ConversionOut) => {
      const there = posts.filter(isThere);
      if (there.length) void copy(t("copiedAll", { count: there.length }), textOfAll(there, nameOf));
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

async function approved(post: PostOut): Promise<PostOut> {
  const { data } = await approvePost({
    path: { post_id: post.id },
    headers: { "If-Match": `"${post.version}"` },
    throwOnError: true,
  });
  return data;
}
