"use client";

import { CircleHelp, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, type KeyboardEvent, type MouseEvent, type Ref } from "react";
import type { Piece, Segment } from "./segments";
import type { Sentences } from "./use-sentences";

const ICONS = { unsupported: TriangleAlert, review: CircleHelp } as const;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

type Props = {
  ref: Ref<HTMLDivElement>;
  segments: readonly Segment[];
  sentences: Sentences;
  foldLabel: string;
};

/** The letters under the textarea. Each sentence is a button that shows where it comes from; arrows go from one to next. */
export function SentenceLayer({ ref, segments, sentences, foldLabel }: Props) {
  const t = useTranslations("editor.sentence");
  const first = segments.find((segment) => segment.placed)?.placed?.index;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own, and nothing here is filled in
    <div ref={ref} className="live-text-layer" role="group" aria-label={t("group")}>
      {segments.map(({ start, state, placed, pieces }) => {
        const content = <Pieces pieces={pieces} foldLabel={foldLabel} />;
        if (placed === null) {
          return (
            <span key={start} data-state={state} aria-hidden>
              {content}
            </span>
          );
        }
        const Icon = state === "unsupported" || state === "review" ? ICONS[state] : null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button element would break the lines where the textarea does not
          <span
            key={start}
            role="button"
            tabIndex={placed.index === first ? 0 : -1}
            data-sentence={placed.index}
            data-state={state}
            data-lit={sentences.isLit(placed) || undefined}
            aria-pressed={sentences.isPinned(placed)}
            aria-label={`${t(state as "supported")}: ${placed.receipt.sentence}`}
            onFocus={() => sentences.point(placed)}
            onBlur={() => sentences.point(null)}
            onKeyDown={(event) => {
              if (event.key === "Enter" || event.key === " ") {
                event.preventDefault();
                sentences.pin(placed);
              } else move(event);
            }}
          >
            {Icon ? <Icon aria-hidden className="live-text-sign" size={14} data-state={state} /> : null}
            {content}
          </span>
        );
      })}
      {/* A break at the end takes a line of its own, as in the textarea. */}
      <span aria-hidden>{"\u200b"}</span>
    </div>
  );
}

function Pieces({ pieces, foldLabel }: { pieces: readonly Piece[]; foldLabel: string }) {
  return pieces.map((piece) => (
    <Fragment key={piece.start}>
      {piece.isFold ? (
        <span className="live-text-fold" aria-hidden>
          <span>
            <b>{foldLabel}</b>
          </span>
        </span>
      ) : null}
      <span
        data-mark={piece.mark ?? undefined}
        data-over={piece.isOver || undefined}
        data-link={piece.isLink || undefined}
        data-composed={piece.isComposed || undefined}
      >
        {piece.text}
      </span>
    </Fragment>
  ));
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const by = STEPS[event.key];
  if (by === undefined) return;
  const all = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>("[data-sentence]") ?? [])];
  const next = all[all.indexOf(event.currentTarget) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The receipt's index of the sentence under the pointer, through the textarea that lies over it. */
export function sentenceAt(layer: HTMLElement | null, { clientX, clientY }: MouseEvent): number | null {
  const found = document
    .elementsFromPoint(clientX, clientY)
    .map((element) => element.closest("[data-sentence]"))
    .find((element) => element && layer?.contains(element));
  return found ? Number(found.getAttribute("data-sentence")) : null;
}
