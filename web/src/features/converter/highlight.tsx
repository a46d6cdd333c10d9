"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

/** A place in the article, in code points, as the API counts; in its text, unless another field is named. */
export type Span = { start: number; end: number; field?: "text" | "title" };

/** Who lights the article up: `article:3` (its third sentence) or `post:ID:RECEIPT`. The last one who points wins. */
export type Origin = string;

export type Highlight = {
  /** What is lit now: what is pinned, else what is pointed at. */
  lit: readonly Span[];
  pinned: boolean;
  /** Who pointed last; empty when nobody does, and while something is pinned by somebody else. */
  origin: Origin;
  show: (spans: readonly Span[], origin: Origin) => void;
  /** Nothing happens when somebody else has pointed meanwhile. */
  clear: (origin: Origin) => void;
  /** Keep these lit until Escape; the same ones again, or none, let go. */
  pin: (spans: readonly Span[], origin?: Origin) => void;
};

type Pointed = { spans: readonly Span[]; origin: Origin };

const NOBODY: Pointed = { spans: [], origin: "" };

const NOTHING: Highlight = {
  lit: [],
  pinned: false,
  origin: "",
  show: () => undefined,
  clear: () => undefined,
  pin: () => undefined,
};

const Context = createContext<Highlight>(NOTHING);

/** Outside a provider nothing lights up, and nothing fails. */
export function useHighlight(): Highlight {
  return useContext(Context);
}

export function HighlightProvider({ children }: { children: ReactNode }) {
  const [pointed, setPointed] = useState<Pointed>(NOBODY);
  const [pinned, setPinned] = useState<Pointed | null>(null);
  const isPinned = pinned !== null;

  useEffect(() => {
    if (!isPinned) return;
    const letGo = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) setPinned(null);
    };
    document.addEventListener("keydown", letGo);
    return () => document.removeEventListener("keydown", letGo);
  }, [isPinned]);

  const value = useMemo<Highlight>(() => {
    const shown = pinned ?? pointed;
    return {
      lit: shown.spans,
      pinned: pinned !== null,
      origin: shown.origin,
      show: (spans, origin) => setPointed({ spans, origin }),
      clear: (origin) => setPointed((now) => (now.origin === origin ? NOBODY : now)),
      pin: (spans, origin = "") =>
        setPinned((now) => (spans.length === 0 || (now && areSame(now.spans, spans)) ? null : { spans, origin })),
    };
  }, [pointed, pinned]);
  return <Context value={value}>{children}</Context>;
}

/** Whether any of `spans` shares a character with any of `lit`. */
export function isLit(spans: readonly Span[], lit: readonly Span[]): boolean {
  return spans.some((one) =>
    lit.some((other) => fieldOf(one) === fieldOf(other) && one.start < other.end && other.start < one.end),
  );
}

const fieldOf = ({ field = "text" }: Span) => field;

/** The spans of a receipt that stand on the page: of the text and of the title. */
export function shownSpans(spans: readonly { field: string; start: number; end: number }[]): Span[] {
  return spans.flatMap(({ field, start, end }) =>
    field === "text" || field === "title" ? [{ field, start, end }] : [],
  );
}

function areSame(some: readonly Span[], others: readonly Span[]): boolean {
  return some.length === others.length && some.every((one, place) => isSameSpan(one, others[place]));
}

function isSameSpan(one: Span, other: Span | undefined): boolean {
  return other !== undefined && fieldOf(one) === fieldOf(other) && one.start === other.start && one.end === other.end;
}
