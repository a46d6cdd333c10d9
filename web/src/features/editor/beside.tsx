"use client";

import type { ReactNode } from "react";
import type { Draft } from "./draft";

export interface Side {
  readonly heading: string;
  readonly note?: string;
  readonly draft: Draft;
  readonly action?: ReactNode;
}

function linesOf({ title, subject, preheader, parts }: Draft): string[] {
  return [title, subject, preheader, ...parts].flatMap((text) => (text ? text.split("\n") : []));
}

/** Two texts next to each other; a line that the other does not have is marked. */
export function Beside({ left, right }: { left: Side; right: Side }) {
  const [lefts, rights] = [linesOf(left.draft), linesOf(right.draft)];
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Column side={left} lines={lefts} others={new Set(rights)} />
      <Column side={right} lines={rights} others={new Set(lefts)} />
    </div>
  );
}

function Column({ side, lines, others }: { side: Side; lines: readonly string[]; others: ReadonlySet<string> }) {
  return (
    <section aria-label={side.heading} className="flex flex-col rounded-xl border border-border bg-surface">
      <p className="flex items-baseline justify-between gap-2 border-border border-b px-4 py-2 text-sm">
        <span className="font-semibold">{side.heading}</span>
        <span className="text-muted text-xs">{side.note}</span>
      </p>
      <div className="max-h-96 flex-1 overflow-y-auto px-4 py-3 text-sm leading-relaxed">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <p key={at} className="min-h-[1em] whitespace-pre-wrap">
            {others.has(line) ? line : <mark className="rounded-sm bg-mark text-mark-ink">{line}</mark>}
          </p>
        ))}
      </div>
      {side.action ? <div className="border-border border-t px-4 py-2.5">{side.action}</div> : null}
    </section>
  );
}
