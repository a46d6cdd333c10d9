"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { check } from "./calls";
import { copy, textToCopy } from "./copying";
import { type Draft, draftOf, editOf, isSameDraft } from "./draft";
import { Press } from "./press";
import { usePlaceName } from "./text-slot";
import type { Editing } from "./use-editing";

const SHOWN_MS = 2_000;

type CopyState = "idle" | "copied" | "failed";

/** Says for a moment that it is copied, or that it cannot be. */
export function CopyButton({
  children,
  isFirst,
  onCopy,
}: {
  children: ReactNode;
  isFirst?: boolean;
  onCopy(): Promise<boolean>;
}) {
  const t = useTranslations("editor");
  const [state, setState] = useState<CopyState>("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const Icon = state === "copied" ? Check : Copy;
  return (
    <Press isFirst={isFirst} onPress={async () => setState((await onCopy()) ? "copied" : "failed")}>
      <Icon aria-hidden size={15} />
      <span aria-live="polite">{state === "idle" ? children : t(state)}</span>
    </Press>
  );
}

/** The whole post, formatted where the platform is: made from the text as it stands, saved or not. */
export function copyPost({ draft, checked, saving, record }: Editing): Promise<boolean> {
  const text = textToCopy(draft);
  if (!record.fields.includes("html")) return copy(text);
  return copy(text, htmlOf(draft, checked, saving.base));
}

async function htmlOf(draft: Draft, ...known: Editing["checked"][]): Promise<string | null> {
  const found = known.find((post) => isSameDraft(draftOf(post), draft));
  if (found) return found.fields.html;
  const [base] = known.slice(-1);
  const edit = base && editOf(draftOf(base), draft);
  return base && edit ? (await check(base.id, edit, new AbortController().signal)).fields.html : null;
}

/** Copy, and for a thread each part by itself; a title or subject of its own, too. */
export function CopyParts({ editing }: { editing: Editing }) {
  const t = useTranslations("editor");
  const nameOf = usePlaceName(editing);
  const { draft } = editing;
  const fields = (["title", "subject", "preheader"] as const).filter((field) => draft[field]);
  const parts = draft.parts.length > 1 ? [...draft.parts.keys()] : [];
  if (fields.length + parts.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1.5">
      {[...fields, ...parts].map((place) => (
        <CopyButton key={place} onCopy={() => copy(editing.textOf(place))}>
          {t("copyPlace", { name: nameOf(place) })}
        </CopyButton>
      ))}
    </div>
  );
}
