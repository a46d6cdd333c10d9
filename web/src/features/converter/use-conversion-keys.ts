"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import type { ConversionOut, PostOut } from "@/api/generated";
import { type Action, useActions } from "@/features/keys/provider";
import { isCleanAndOpen } from "./post-state";
import { panelId } from "./post-tabs";
import { hasEnded } from "./progress";
import type { ConversionActions } from "./use-conversion-actions";

type Context = {
  conversion: ConversionOut;
  active: PostOut | null;
  actions: ConversionActions;
  nameOf: (post: PostOut) => string;
  choose: (postId: string) => void;
};

/** What can be done in the workspace, for the keys, their list and the palette. */
export function useConversionKeys(context: Context): void {
  const t = useTranslations("keys");
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  const { posts } = context.conversion;
  const names = posts.map((post) => `${post.id}\n${context.nameOf(post)}`).join("\n\n");
  const isRunning = !hasEnded(context.conversion);

  // What is done reads the state of the moment it is done in, so the list changes only with what stands in it.
  const listed = useMemo<Action[]>(() => {
    const post = (turn: (post: PostOut, context: Context) => void) => () => {
      const { active } = latest.current;
      if (active) turn(active, latest.current);
    };
    const step = (by: number) =>
      post((active, { conversion, choose }) => {
        const at = conversion.posts.indexOf(active) + by + conversion.posts.length;
        const next = conversion.posts[at % conversion.posts.length];
        if (next) choose(next.id);
      });
    const all = (turn: (context: Context) => void) => () => turn(latest.current);
    const platforms = names.split("\n\n").map((each, place): Action => {
      const [id = "", name = ""] = each.split("\n");
      const keys = place < 9 ? String(place + 1) : undefined;
      return { id: `post-${id}`, group: "platform", label: name, keys, run: () => latest.current.choose(id) };
    });
    return [
      ...platforms,
      { id: "previous", group: "platform", label: t("previous"), keys: "[", run: step(-1) },
      { id: "next", group: "platform", label: t("next"), keys: "]", run: step(1) },
      {
        id: "copy",
        group: "post",
        label: t("copy"),
        keys: "c",
        run: post((active, { actions }) => actions.copy(active)),
      },
      {
        id: "approve",
        group: "post",
        label: t("approve"),
        keys: "a",
        run: post((active, { actions }) => {
          if (actions.canApprove) actions.approveOne(active);
        }),
      },
      { id: "edit", group: "post", label: t("edit"), keys: "e", run: post(focusEditor) },
      {
        id: "copy-all",
        group: "conversion",
        label: t("copyAll"),
        run: all((now) => now.actions.copyAll(now.conversion)),
      },
      {
        id: "approve-all",
        group: "conversion",
        label: t("approveAll"),
        run: all(({ actions, conversion }) => actions.approve(conversion.posts.filter(isCleanAndOpen))),
      },
      {
        id: "duplicate",
        group: "conversion",
        label: t("duplicate"),
        run: all((now) => now.actions.duplicate(now.conversion)),
      },
      isRunning
        ? {
            id: "cancel",
            group: "conversion",
            label: t("cancel"),
            run: all((now) => now.actions.cancel(now.conversion)),
          }
        : { id: "retry", group: "conversion", label: t("retry"), run: all((now) => now.actions.retry(now.conversion)) },
    ];
  }, [t, names, isRunning]);
  useActions("conversion", listed);
}

function focusEditor(post: PostOut): void {
  const fields = '[contenteditable="true"], textarea, input[type="text"], button';
  document.getElementById(panelId(post))?.querySelector<HTMLElement>(fields)?.focus();
}
