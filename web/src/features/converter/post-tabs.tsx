"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { ConversionOut, PostOut } from "@/api/generated";
import { PlatformBadge } from "@/features/platforms/badge";
import { hasSeveralLanguages, remainingOf, stateOf } from "./post-state";
import { StateBadge } from "./state-badge";

type Props = {
  conversion: ConversionOut;
  activeId: string;
  nameOf: (platform: string) => string;
  onChoose: (postId: string) => void;
};

/** One tab a post: where it goes, how it stands, how much room is left. */
export function PostTabs({ conversion, activeId, nameOf, onChoose }: Props) {
  const t = useTranslations("converter");
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef("");
  const { posts } = conversion;

  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (!tab || !list.current) return;
    const isFirst = shown.current === "";
    shown.current = activeId;
    // Who has gone along the tabs before scripts ran is about to press one: it must not move away from under the press.
    if (isFirst && list.current.scrollLeft > 0) return;
    list.current.scrollLeft = tab.offsetLeft - list.current.clientWidth / 2 + tab.offsetWidth / 2;
  }, [activeId]);

  const move = (event: KeyboardEvent) => {
    const at = posts.findIndex((post) => post.id === activeId);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: posts.length - 1 }[event.key];
    const post = to === undefined ? undefined : posts[(to + posts.length) % posts.length];
    if (!post) return;
    event.preventDefault();
    onChoose(post.id);
    document.getElementById(tabId(post))?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={t("posts")}
      onKeyDown={move}
      className="relative flex gap-1 overflow-x-auto border-border border-b px-3 py-2 [scrollbar-width:thin]"
    >
      {posts.map((post) => (
        <Tab
          key={post.id}
          post={post}
          conversion={conversion}
          isActive={post.id === activeId}
          name={nameOf(post.platform)}
          onChoose={() => onChoose(post.id)}
        />
      ))}
    </div>
  );
}

export const tabId = (post: PostOut) => `tab-${post.id}`;
export const panelId = (post: PostOut) => `post-${post.id}`;

type TabProps = { post: PostOut; conversion: ConversionOut; isActive: boolean; name: string; onChoose: () => void };

function Tab({ post, conversion, isActive, name, onChoose }: TabProps) {
  return (
    <button
      type="button"
      role="tab"
      id={tabId(post)}
      aria-selected={isActive}
      aria-controls={isActive ? panelId(post) : undefined}
      tabIndex={isActive ? 0 : -1}
      onClick={onChoose}
      className="flex shrink-0 items-start gap-2 rounded-lg px-2.5 py-1.5 border-transparent border-b-2 text-left hover:bg-default aria-selected:border-accent-text aria-selected:bg-default"
    >
      <span className="mt-0.5">
        <PlatformBadge id={post.platform} />
      </span>
      <span className="flex flex-col gap-0.5">
        <span className={`whitespace-nowrap text-sm leading-5 ${isActive ? "font-semibold" : ""}`}>
          {name}
          {hasSeveralLanguages(conversion) ? (
            <span className="ml-1 text-muted text-xs uppercase">{post.language}</span>
          ) : null}
        </span>
        <span className="flex items-center gap-1.5">
          <StateBadge state={stateOf(post, conversion)} />
          <Remaining post={post} />
        </span>
      </span>
    </button>
  );
}

function Remaining({ post }: { post: PostOut }) {
  const t = useTranslations("converter");
  const format = useFormatter();
  const left = remainingOf(post);
  if (left === null) return null;
  return (
    <span
      className={`text-xs tabular-nums ${left < 0 ? "font-semibold text-bad" : "text-muted"}`}
      title={left < 0 ? t("over", { count: -left }) : t("left", { count: left })}
    >
      {format.number(left)}
    </span>
  );
}
