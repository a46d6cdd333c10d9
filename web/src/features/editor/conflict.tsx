"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Beside } from "./beside";
import { type Draft, draftOf, mergeDrafts } from "./draft";
import { usePersonName } from "./people";
import { Press } from "./press";
import type { Editing } from "./use-editing";

/** Two have written: nothing is sent until a person has seen both. */
export function Conflict({ editing }: { editing: Editing }) {
  const t = useTranslations("editor.conflict");
  const format = useFormatter();
  const nameOf = usePersonName("elsewhere");
  const { saving, saver, draft } = editing;
  const { theirs, base } = saving;
  if (theirs === null) return null;
  const stored = draftOf(theirs);
  const merged = mergeDrafts(draftOf(base), draft, stored);
  const canMerge = !merged.clashes && base.version !== theirs.version;
  const when = theirs.edited_at
    ? format.dateTime(new Date(theirs.edited_at), { hour: "numeric", minute: "numeric" })
    : "";
  // What is chosen takes this away with the focus in it: it goes on to the text that was chosen.
  const choose = (chosen: Draft) => {
    saver.resolve(chosen);
    setTimeout(() => editing.handleOf(0)?.focus(0), 0);
  };
  const who = nameOf(theirs.edited_by);
  return (
    <section
      role="alert"
      aria-label={t("heading")}
      className="space-y-3 rounded-xl border border-warn/50 bg-warn/5 p-4"
    >
      <div>
        <h3 className="font-semibold">{t("heading")}</h3>
        <p className="mt-0.5 text-muted text-sm">{t("lead")}</p>
      </div>
      <Beside
        left={{
          heading: t("mine"),
          note: t("unsaved"),
          draft,
          action: <Press onPress={() => choose(draft)}>{t("takeMine")}</Press>,
        }}
        right={{
          heading: t("theirs", { who }),
          note: when,
          draft: stored,
          action: <Press onPress={() => choose(stored)}>{t("takeTheirs")}</Press>,
        }}
      />
      {canMerge ? (
        <Press isFirst onPress={() => choose(merged.draft)}>
          {t("merge")}
        </Press>
      ) : null}
    </section>
  );
}
