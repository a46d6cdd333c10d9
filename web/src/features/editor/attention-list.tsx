"use client";

import { CircleHelp, Ruler, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useHighlight } from "@/features/converter/highlight";
import type { Attention, Review, Unsupported } from "./attention";
import { usePlaceName } from "./text-slot";
import { UnsupportedRow } from "./unsupported-row";
import type { Editing } from "./use-editing";
import { sourcesOf } from "./use-sentences";
import { useViolationWords } from "./violation-words";

type Props = {
  editing: Editing;
  attention: Attention;
  canEdit: boolean;
  onKeep(item: Unsupported, reason: string): void;
};

/** Under the preview: each thing that is wrong or has to be compared, with what can be done about it. */
export function AttentionList({ editing, attention, canEdit, onKeep }: Props) {
  const t = useTranslations("editor.attention");
  const violationWords = useViolationWords(editing);
  const nameOf = usePlaceName(editing);
  const { unsupported, review, violations } = attention;
  const open = unsupported.filter(({ kept }) => kept === null);
  const count = open.length + review.length + violations.length;
  if (unsupported.length + review.length + violations.length === 0) return null;
  return (
    <section aria-label={t("heading")} className="space-y-2">
      <h3 className="font-semibold text-sm">{count > 0 ? t("count", { count }) : t("allKept")}</h3>
      <ul className="divide-y divide-border rounded-xl border border-border bg-surface">
        {violations.map((violation, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a violation has no name of its own
          <Row key={`violation-${at}`} icon={<Ruler aria-hidden size={16} className="text-bad" />}>
            <p className="font-medium text-sm">{violationWords(violation)}</p>
            {typeof violation.part === "number" && editing.draft.parts.length > 1 ? (
              <p className="text-muted text-xs">{nameOf(violation.part)}</p>
            ) : null}
          </Row>
        ))}
        {[...open, ...unsupported.filter(({ kept }) => kept !== null)].map((item) => (
          <Row
            key={`${item.place}:${item.placed.index}:${item.problem?.kind}:${item.problem?.start}`}
            icon={<TriangleAlert aria-hidden size={16} className={item.kept ? "text-muted" : "text-bad"} />}
          >
            <UnsupportedRow editing={editing} item={item} canEdit={canEdit} onKeep={(reason) => onKeep(item, reason)} />
          </Row>
        ))}
        {review.map((item) => (
          <Row
            key={`${item.place}:${item.placed.index}`}
            icon={<CircleHelp aria-hidden size={16} className="text-warn" />}
          >
            <ReviewRow editing={editing} item={item} />
          </Row>
        ))}
      </ul>
    </section>
  );
}

function Row({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3 px-4 py-3">
      <span className="mt-0.5 shrink-0">{icon}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  );
}

function ReviewRow({ editing, item }: { editing: Editing; item: Review }) {
  const t = useTranslations("editor.attention");
  const highlight = useHighlight();
  const { receipt, index } = item.placed;
  const origin = `post:${editing.saving.base.id}:${item.place}:${index}`;
  const loose = Array.isArray(receipt.unaligned) ? (receipt.unaligned as { text: string }[]) : [];
  const isPinned = highlight.pinned && highlight.origin === origin;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium text-sm">{t("review")}</p>
        <p className="line-clamp-2 text-muted text-sm">{receipt.sentence}</p>
        {loose.length > 0 ? (
          <p className="text-xs text-warn">{t("loose", { words: loose.map(({ text }) => text).join(" · ") })}</p>
        ) : null}
      </div>
      <button
        type="button"
        aria-pressed={isPinned}
        onClick={() => highlight.pin(sourcesOf(receipt), origin)}
        className="rounded-lg border border-border px-2.5 py-1 text-sm hover:bg-default aria-pressed:bg-mark aria-pressed:text-mark-ink"
      >
        {t("compare")}
      </button>
    </div>
  );
}
