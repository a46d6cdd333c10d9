"use client";

import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useHydrated } from "@/ui/hydrated";
import type { Change } from "./fixing";
import type { Placed, Placing, Range } from "./placing";
import { segmentsOf } from "./segments";
import { SentenceLayer, sentenceAt } from "./sentence-layer";
import { useSentences } from "./use-sentences";
import { exchange, write } from "./writing";

export interface LiveTextHandle {
  /** Changes the text as if typed, so that the browser's own undo takes it back. */
  change(change: Change): void;
  focus(at?: number): void;
}

export interface LiveTextProps {
  label: string;
  value: string;
  placing: Placing;
  /** `post:ID:PLACE`: who lights the article up. */
  origin: string;
  /** Which text of the post it is, for those who look at events from outside. */
  place?: string | number;
  overFrom?: number | null;
  foldFrom?: number | null;
  foldLabel?: string;
  placeholder?: string;
  isOneLine?: boolean;
  isReadOnly?: boolean;
  className?: string;
  describedBy?: string;
  onChange(text: string): void;
  onComposing?(isComposing: boolean): void;
  onLeave?(): void;
  onKey?(event: KeyboardEvent<HTMLTextAreaElement>): void;
  register?(handle: LiveTextHandle | null): void;
}

/**
 * A text that is typed into as it will be seen. A textarea takes the keys (input methods, undo, plain pasting and screen
 * readers work as everywhere); its letters are clear, and the layer under it paints the same letters with receipts. The
 * browser owns the textarea's text: it is written to only when something else has changed the text, and never while an
 * input method is composing.
 */
export function LiveText(props: LiveTextProps) {
  const { value, placing, overFrom = null, foldFrom = null, isOneLine = false } = props;
  // What is typed into a page of the server before its scripts run would be lost.
  const isReadOnly = !useHydrated() || (props.isReadOnly ?? false);
  const area = useRef<HTMLTextAreaElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const isComposing = useRef(false);
  const [composed, setComposed] = useState<Range | null>(null);
  const sentences = useSentences(placing, props.origin);
  const segments = useMemo(
    () => segmentsOf({ text: value, placing, overFrom, foldFrom, composed }),
    [value, placing, overFrom, foldFrom, composed],
  );

  useLayoutEffect(() => {
    const element = area.current;
    if (element && !isComposing.current && element.value !== value) write(element, value);
  });

  const register = props.register;
  useLayoutEffect(() => {
    register?.({
      change: (change) => area.current && exchange(area.current, change),
      focus: (at) => {
        area.current?.focus();
        if (at !== undefined) area.current?.setSelectionRange(at, at);
      },
    });
    return () => register?.(null);
  }, [register]);

  const compose = (range: Range | null) => {
    if (isComposing.current !== (range !== null)) props.onComposing?.(range !== null);
    isComposing.current = range !== null;
    setComposed(range);
  };
  /** What is lit while nothing is pointed at: the sentence that is being written on. */
  const lightAtCaret = () => {
    const element = area.current;
    const isWriting = element !== null && document.activeElement === element;
    sentences.point(isWriting ? findAt(placing.placed, element.selectionStart) : null);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only lights up what the keyboard reaches as buttons
    <div
      className={`live-text grid ${props.className ?? ""}`}
      onMouseMove={(event) => sentences.point(findIndexed(placing.placed, sentenceAt(layer.current, event)))}
      onMouseLeave={lightAtCaret}
    >
      <textarea
        ref={area}
        defaultValue={value}
        rows={1}
        data-place={props.place}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        placeholder={props.placeholder}
        readOnly={isReadOnly}
        spellCheck={false}
        autoCapitalize="off"
        className="live-text-area"
        onInput={(event) => props.onChange(event.currentTarget.value)}
        onCompositionStart={({ currentTarget: { selectionStart } }) =>
          compose({ start: selectionStart, end: selectionStart })
        }
        onCompositionUpdate={(event) => {
          const { data } = event;
          setComposed((now) => now && { start: now.start, end: now.start + data.length });
        }}
        onCompositionEnd={(event) => {
          compose(null);
          props.onChange(event.currentTarget.value);
        }}
        onSelect={lightAtCaret}
        onBlur={() => {
          sentences.point(null);
          props.onLeave?.();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || isComposing.current) return;
          if (event.key === "Enter" && event.altKey) {
            event.preventDefault();
            sentences.pin(findAt(placing.placed, event.currentTarget.selectionStart));
          } else if (event.key === "Enter" && isOneLine) event.preventDefault();
          else props.onKey?.(event);
        }}
      />
      <SentenceLayer ref={layer} segments={segments} sentences={sentences} foldLabel={props.foldLabel ?? ""} />
    </div>
  );
}

function findAt(placed: readonly Placed[], caret: number): Placed | null {
  return placed.find(({ start, end }) => start <= caret && caret <= end) ?? null;
}

function findIndexed(placed: readonly Placed[], index: number | null): Placed | null {
  return placed.find((one) => one.index === index) ?? null;
}
