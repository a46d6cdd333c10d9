"use client";

import { CircleCheck, CircleHelp, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Attention } from "./attention";

/** In one line: how the post stands to the article. */
export function Findings({ attention, isStale }: { attention: Attention; isStale: boolean }) {
  const t = useTranslations("editor.findings");
  const kept = attention.unsupported.filter((one) => one.kept !== null).length;
  const unsupported = attention.unsupported.length - kept;
  const review = attention.review.length;
  const said = () => {
    if (isStale) return { Icon: LoaderCircle, tone: "text-muted", words: t("checking") };
    if (unsupported > 0)
      return { Icon: TriangleAlert, tone: "text-bad", words: t("unsupported", { count: unsupported }) };
    if (review > 0) return { Icon: CircleHelp, tone: "text-warn", words: t("review", { count: review }) };
    if (kept > 0) return { Icon: CircleCheck, tone: "text-muted", words: t("kept", { count: kept }) };
    return { Icon: CircleCheck, tone: "text-good", words: t("clean") };
  };
  const { Icon, tone, words } = said();
  return (
    <p role="status" className={`flex items-center gap-1.5 text-sm ${tone}`}>
      <Icon aria-hidden size={15} />
      {words}
    </p>
  );
}
