"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFound } from "@/api/found";
import type { PostOut } from "@/api/generated";
import { getConversionQueryKey, listPlatformsQueryKey } from "@/api/generated/@tanstack/react-query.gen";
import type { FoundConversion } from "@/api/server";
import { ArticlePane } from "./article-pane";
import { ConverterProblem } from "./converter-problem";
import { HighlightProvider } from "./highlight";
import { LiveNotice } from "./live-notice";
import { PRESSED_EARLY, useOpenTab } from "./open-tab";
import { usePlatforms } from "./platform-records";
import { hasSeveralLanguages, isThere } from "./post-state";
import { tabId } from "./post-tabs";
import { PostsPane } from "./posts-pane";
import { hasEnded } from "./progress";
import { PostBar, type Side, SideSwitch } from "./small-screen";
import { EndNotice, Lines, NoConversion } from "./state-panels";
import { StepList } from "./step-list";
import { TitleBar } from "./title-bar";
import { type Followed, useConversion } from "./use-conversion";
import { useConversionActions } from "./use-conversion-actions";
import { useConversionKeys } from "./use-conversion-keys";

/** The workspace: the article on one side, its posts on the other, as they come. */
export function ConversionPage({ id, found }: { id: string; found: FoundConversion | null }) {
  useFound(useQueryClient(), found?.workspace ?? null, [
    [getConversionQueryKey({ path: { conversion_id: id } }), found?.conversion ?? null],
    [listPlatformsQueryKey(), found?.platforms ?? null],
  ]);
  const followed = useConversion(id);
  usePlatforms(); // asked for at once, beside the conversion that will need them
  if (followed.conversion) {
    return (
      <HighlightProvider>
        {found ? (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of ours, without anything of others in it
          <script dangerouslySetInnerHTML={{ __html: PRESSED_EARLY }} />
        ) : null}
        <Workspace followed={followed} conversion={followed.conversion} />
      </HighlightProvider>
    );
  }
  if (followed.problem) return <NoConversion problem={followed.problem} onRetry={() => void followed.refresh()} />;
  return <Loading />;
}

type Props = { followed: Followed; conversion: NonNullable<Followed["conversion"]> };

function Workspace({ followed, conversion }: Props) {
  const t = useTranslations("converter");
  const platforms = usePlatforms();
  const nameOf = (post: PostOut) =>
    hasSeveralLanguages(conversion)
      ? `${platforms.nameOf(post.platform)} ${post.language.toUpperCase()}`
      : platforms.nameOf(post.platform);
  const actions = useConversionActions(followed, nameOf);
  const [chosenId, setChosenId] = useOpenTab(
    conversion.id,
    (tab) => conversion.posts.find((post) => tabId(post) === tab)?.id,
  );
  const [side, setSide] = useState<Side>("posts");
  const [downloadProblem, setDownloadProblem] = useState<unknown>(null);
  const active = conversion.posts.find((post) => post.id === chosenId) ?? conversion.posts[0] ?? null;
  const choose = (postId: string) => {
    setChosenId(postId);
    setSide("posts");
  };
  useConversionKeys({ conversion, active, actions, nameOf, choose });

  const { article } = conversion;
  const shows = (which: Side) => (side === which ? "" : "max-lg:hidden");
  return (
    <div className="flex min-h-0 flex-1 flex-col lg:h-[calc(100dvh-3.5rem)] lg:flex-none">
      <TitleBar conversion={conversion} actions={actions} onProblem={setDownloadProblem} />
      <LiveNotice conversion={conversion} track={followed.track} connection={followed.connection} />
      {hasEnded(conversion) ? null : (
        <div className="border-border border-b px-4 py-2">
          <StepList conversion={conversion} track={followed.track} />
        </div>
      )}
      <Said text={actions.said} />
      {actions.problem || downloadProblem ? (
        <div className="px-4 pt-3">
          <ConverterProblem error={actions.problem ?? downloadProblem} />
        </div>
      ) : null}
      <SideSwitch side={side} onChange={setSide} />
      <div className="grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <section
          aria-label={t("source")}
          className={`min-h-0 min-w-0 border-border bg-surface lg:overflow-y-auto lg:border-r ${shows("article")}`}
        >
          {article ? <ArticlePane article={article} post={active} /> : <NoArticle status={conversion.status} />}
        </section>
        <section aria-label={t("posts")} className={`flex min-h-0 min-w-0 flex-col ${shows("posts")}`}>
          <EndNotice conversion={conversion} actions={actions} />
          {active && !isFruitless(conversion) ? (
            <PostsPane
              conversion={conversion}
              active={active}
              nameOf={platforms.nameOf}
              canEdit={actions.canEdit}
              canApprove={actions.canApprove}
              onChoose={choose}
              onChanged={followed.putPost}
            />
          ) : null}
        </section>
      </div>
      {active ? <PostBar post={active} actions={actions} /> : null}
    </div>
  );
}

/** It ended before there was anything to write from: then only the reason is shown. */
const isFruitless = ({ status, posts }: Props["conversion"]) =>
  (status === "failed" || status === "cancelled") && !posts.some(isThere);

/** What was just done, said and shown for a moment. */
function Said({ text }: { text: string }) {
  return (
    <p
      role="status"
      className={
        text
          ? "fixed bottom-20 left-1/2 z-50 -translate-x-1/2 rounded-full bg-foreground px-4 py-2 font-medium text-background text-sm shadow-lg lg:bottom-6 lg:left-[calc(100%*5/24)]"
          : "sr-only"
      }
    >
      {text}
    </p>
  );
}

function NoArticle({ status }: { status: Props["conversion"]["status"] }) {
  const t = useTranslations("converter.article");
  const isEnded = status !== "queued" && status !== "running";
  const words = isEnded ? "none" : status === "queued" ? "waiting" : "reading";
  return (
    <div className="px-5 py-5 lg:px-7">
      <p className="text-muted text-sm">{t(words)}</p>
      {isEnded ? null : <Lines className="mt-5" />}
    </div>
  );
}

function Loading() {
  const t = useTranslations("states");
  return (
    <div role="status" className="grid flex-1 gap-10 p-6 lg:grid-cols-[5fr_7fr]">
      <h1 className="sr-only">{t("loading")}</h1>
      <Lines />
      <Lines />
    </div>
  );
}
