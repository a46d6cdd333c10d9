"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useHydrated } from "@/ui/hydrated";
import { parseTags, tagLine } from "./tags";

/** The tags as a list of their own. What is typed is read when the field is left, so that it never fights the typing. */
export function TagField({
  tags,
  canEdit,
  onChange,
}: {
  tags: readonly string[];
  canEdit: boolean;
  onChange(tags: string[]): void;
}) {
  const t = useTranslations("editor");
  const isHydrated = useHydrated();
  const [typed, setTyped] = useState<string | null>(null);
  const done = () => {
    if (typed !== null && tagLine(parseTags(typed)) !== tagLine(tags)) onChange(parseTags(typed));
    setTyped(null);
  };
  return (
    <label className="flex items-center gap-3 text-sm">
      <span className="shrink-0 text-muted">{t("tags")}</span>
      <input
        value={typed ?? tagLine(tags)}
        readOnly={!canEdit || !isHydrated}
        placeholder={t("tagsEmpty")}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && done()}
        className="min-w-0 flex-1 rounded-lg border border-transparent bg-transparent px-2 py-1.5 text-accent-text hover:border-border focus:border-border"
      />
    </label>
  );
}
