"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useCallback, useMemo } from "react";
import { foldStart } from "@/features/platforms/fold";
import { overflowStart, rejectedFrom } from "@/features/platforms/overflow";
import { LiveText, type LiveTextHandle } from "./live-text";
import { Meter } from "./meter";
import type { Place } from "./placing";
import type { Editing } from "./use-editing";

type Props = {
  editing: Editing;
  place: Place;
  canEdit: boolean;
  className?: string;
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
};

export type Named = "title" | "subject" | "preheader";

export function usePlaceName(editing: Editing): (place: Place) => string {
  const t = useTranslations("editor.place");
  return (place) => {
    if (typeof place !== "number") return t(place as Named);
    return editing.draft.parts.length > 1 ? t("part", { number: place + 1 }) : t("body");
  };
}

/** One text of the post, typed into where it will be read. */
export function TextSlot({ editing, place, canEdit, className, onKey }: Props) {
  const t = useTranslations("editor");
  const nameOf = usePlaceName(editing);
  const { record, saving, saver, structure, register } = editing;
  const text = editing.textOf(place);
  const isPart = typeof place === "number";
  const marks = useMemo(() => {
    if (isPart) return { overFrom: rejectedFrom(text, record), foldFrom: foldStart(text, record) };
    const limit = record.limits.find(({ field, severity }) => field === place && severity === "reject");
    return { overFrom: limit ? overflowStart(text, plain(record), limit) : null, foldFrom: null };
  }, [isPart, place, text, record]);
  const keep = useCallback((handle: LiveTextHandle | null) => register(place, handle), [register, place]);
  return (
    <LiveText
      key={`${structure}:${place}`}
      label={nameOf(place)}
      place={place}
      value={text}
      placing={editing.placingOf(place)}
      origin={`post:${saving.base.id}:${place}`}
      {...marks}
      foldLabel={t("fold")}
      placeholder={t("empty", { name: nameOf(place) })}
      isOneLine={!isPart}
      isReadOnly={!canEdit}
      className={className}
      onChange={(value) => editing.setText(place, isPart ? value : value.replace(/\s*\n\s*/g, " "))}
      onComposing={editing.setComposing}
      onLeave={() => void saver.flush()}
      onKey={onKey}
      register={keep}
    />
  );
}

/** A title's limit counts what is written, whatever markup the text itself needs. */
function plain(record: Editing["record"]): Editing["record"] {
  return { ...record, escape: { dialect: "none", counted: false }, urls: { ...record.urls, counted_as: null } };
}

export function SlotMeter({ editing, place }: { editing: Editing; place: Place }) {
  const nameOf = usePlaceName(editing);
  const measures = editing.measures.filter(({ part, field, severity }) =>
    typeof place === "number" ? part === place && severity !== "fold" : field === place,
  );
  return <Meter measures={measures} name={nameOf(place)} />;
}
