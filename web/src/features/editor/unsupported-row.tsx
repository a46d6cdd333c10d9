"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useRef, useState } from "react";
import type { Unsupported } from "./attention";
import { apply, type Change, correction, originalSentence, removal } from "./fixing";
import { problemWords } from "./problem-words";
import type { Editing } from "./use-editing";

type Props = {
  editing: Editing;
  item: Unsupported;
  canEdit: boolean;
  onKeep(reason: string): void;
};

/** One thing that the article does not say: take it out, say it as the article does, or keep it and say why. */
export function UnsupportedRow({ editing, item, canEdit, onKeep }: Props) {
  const t = useTranslations("editor.attention");
  const p = useTranslations("editor.problem");
  const [isAsking, setAsking] = useState(false);
  const asker = useRef<HTMLButtonElement>(null);
  const { place, placed, problem, kept } = item;
  const reason = kept?.reason ?? "";
  const { receipt } = placed;
  const words = problem && problemWords(problem);
  const fixed = problem && correction(editing.textOf(place), placed, problem);
  const original = fixed ? null : originalSentence(receipt);
  const source = receipt.spans[0]?.text;

  const stopAsking = () => {
    setAsking(false);
    asker.current?.focus();
  };
  const make = (change: Change, label: string) => {
    const before = editing.draft;
    const handle = editing.handleOf(place);
    if (handle) handle.change(change);
    else editing.setText(place, apply(editing.textOf(place), change));
    editing.offerTextUndo(label, before);
  };
  return (
    <>
      <p className="font-medium text-sm">
        {words ? p(words.key, { text: words.text }) : p("fact", { text: receipt.sentence })}
        {words?.instead ? (
          <span className="ml-2 font-normal text-muted">{t("instead", { text: words.instead })}</span>
        ) : null}
      </p>
      {problem && problem.text !== receipt.sentence ? (
        <p className="line-clamp-2 text-muted text-sm">{receipt.sentence}</p>
      ) : null}
      {source && !words?.instead ? (
        <p className="line-clamp-2 text-muted text-xs">{t("source", { text: source })}</p>
      ) : null}
      {reason && !isAsking ? <p className="mt-1 text-good text-xs">{t("kept", { reason })}</p> : null}
      {canEdit ? (
        <div className="mt-2 flex flex-wrap gap-1.5">
          {fixed ? (
            <Action isFirst onPress={() => make(fixed, t("changed"))}>
              {t("fix", { text: words?.instead ?? fixed.insert })}
            </Action>
          ) : null}
          {original !== null ? (
            <Action onPress={() => make({ start: placed.start, end: placed.end, insert: original }, t("changed"))}>
              {t("original")}
            </Action>
          ) : null}
          <Action onPress={() => make(removal(editing.textOf(place), placed, problem ?? undefined), t("removed"))}>
            {t("remove")}
          </Action>
          <Action ref={asker} onPress={() => setAsking(!isAsking)} isOpen={isAsking}>
            {reason ? t("changeReason") : t("keep")}
          </Action>
        </div>
      ) : null}
      {isAsking ? (
        <form
          className="mt-2 flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            onKeep(String(new FormData(event.currentTarget).get("reason") ?? ""));
            stopAsking();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            stopAsking();
          }}
        >
          <input
            // biome-ignore lint/a11y/noAutofocus: it was asked for with the button before it
            autoFocus
            name="reason"
            defaultValue={reason}
            maxLength={500}
            aria-label={t("reason")}
            placeholder={t("reasonExample")}
            className="min-w-0 flex-1 rounded-lg border border-[var(--field-border)] bg-background px-3 py-1.5 text-sm"
          />
          <button type="submit" className="rounded-lg bg-foreground px-3 py-1.5 font-medium text-background text-sm">
            {t("keepDone")}
          </button>
        </form>
      ) : null}
    </>
  );
}

type ActionProps = {
  children: ReactNode;
  isFirst?: boolean;
  isOpen?: boolean;
  ref?: Ref<HTMLButtonElement>;
  onPress(): void;
};

function Action({ children, isFirst = false, isOpen, ref, onPress }: ActionProps) {
  return (
    <button
      ref={ref}
      type="button"
      aria-expanded={isOpen}
      onClick={onPress}
      className={`rounded-lg border px-2.5 py-1 text-sm hover:bg-default ${isFirst ? "border-foreground font-medium" : "border-border"}`}
    >
      {children}
    </button>
  );
}
