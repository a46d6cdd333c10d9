"use client";

import { Combine, Plus, Scissors, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addPart, bodyLength, cutPart, joinParts, removePart, splitOverflow } from "@/features/platforms/thread/parts";
import type { Editing } from "./use-editing";

/** What can be done with one part of a thread. Each can be taken back. */
export function PartTools({ editing, part, caret }: { editing: Editing; part: number; caret: () => number | null }) {
  const t = useTranslations("editor.parts");
  const { thread, record, restructure } = editing;
  if (record.thread === null) return null;
  const count = thread.parts.length;
  const number = part + 1;
  const isOver = editing.measures.some((one) => one.part === part && one.severity === "reject" && one.remaining < 0);
  const cut = () => {
    const at = caret();
    const length = bodyLength(thread, part, record);
    if (at === null || at <= 0 || at >= length) return;
    restructure(cutPart(thread, part, at, record), t("cutDone"), number);
  };
  return (
    <span className="flex items-center">
      {isOver ? (
        <button
          type="button"
          className="mr-2 rounded-md px-2 py-1 font-medium text-bad text-xs hover:bg-default"
          onClick={() => restructure(splitOverflow(thread, record), t("splitDone"), number)}
        >
          {t("split")}
        </button>
      ) : null}
      <Tool label={t("cut", { number })} onPress={cut} icon={<Scissors size={15} />} />
      {part < count - 1 ? (
        <Tool
          label={t("join", { number })}
          onPress={() => restructure(joinParts(thread, part, record), t("joinDone"), part)}
          icon={<Combine size={15} />}
        />
      ) : null}
      {count > 1 ? (
        <Tool
          label={t("remove", { number })}
          onPress={() => restructure(removePart(thread, part, record), t("removeDone"), Math.max(0, part - 1))}
          icon={<Trash2 size={15} />}
        />
      ) : null}
      {count < record.thread.max_parts ? (
        <Tool
          label={t("add", { number })}
          onPress={() => restructure(addPart(thread, part, record), t("addDone"), number)}
          icon={<Plus size={16} />}
        />
      ) : null}
    </span>
  );
}

function Tool({ label, icon, onPress }: { label: string; icon: ReactNode; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      // The caret stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className="grid size-7 place-items-center rounded-md hover:bg-default hover:text-foreground"
    >
      {icon}
    </button>
  );
}
