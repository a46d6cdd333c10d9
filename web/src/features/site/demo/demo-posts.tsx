"use client";

import { type DemoPost, headOf, type Receipt, stretchesOf } from "./demonstration";
import { type DemoWords, NUMBER_SIGN } from "./words";

type Props = {
  words: DemoWords;
  post: DemoPost;
  sources: number[];
  receipt: Receipt | null;
  onPoint: (receipt: Receipt | null) => void;
};

/** One platform's post as it would be published; each sentence can be pointed at, by mouse or by keyboard. */
export function DemoPosts({ words, post, sources, receipt, onPoint }: Props) {
  const fields = (["title", "subject", "preheader"] as const).filter((name) => post.fields[name]);
  const told = sources.length
    ? words.source.replace(NUMBER_SIGN, sources.map((index) => index + 1).join(", "))
    : receipt
      ? words[headOf(receipt)]
      : words.hint;
  return (
    <section
      id="demo-post"
      role="tabpanel"
      aria-labelledby={`demo-tab-${post.platform}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable by keyboard
      tabIndex={0}
      className="flex max-h-[30rem] flex-col gap-3 overflow-y-auto p-5"
    >
      {fields.map((name) => (
        <p key={name} className="text-sm">
          <span className="mr-2 text-muted">{words.fields[name]}</span>
          <span className="font-semibold">{post.fields[name]}</span>
        </p>
      ))}
      {post.parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
        <div key={index} className="rounded-xl border border-border bg-surface p-4">
          {post.parts.length > 1 ? (
            <p className="mb-1.5 text-muted text-xs">{words.part.replace(NUMBER_SIGN, String(index + 1))}</p>
          ) : null}
          <p className="whitespace-pre-wrap leading-relaxed">
            {stretchesOf(
              part.text,
              post.receipts.filter((each) => each.part === index),
            ).map((stretch, place) => (
              <Sentence
                // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change while it is shown
                key={place}
                stretch={stretch}
                isLit={stretch.receipt !== null && stretch.receipt === receipt}
                onPoint={onPoint}
              />
            ))}
          </p>
        </div>
      ))}
      <p aria-live="polite" className="sticky bottom-0 mt-auto rounded-lg bg-default px-3 py-2 text-sm">
        {told}
      </p>
    </section>
  );
}

type SentenceProps = {
  stretch: ReturnType<typeof stretchesOf>[number];
  isLit: boolean;
  onPoint: (receipt: Receipt | null) => void;
};

function Sentence({ stretch: { text, receipt }, isLit, onPoint }: SentenceProps) {
  if (!receipt) return text;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot break across lines
    <span
      role="button"
      tabIndex={0}
      aria-pressed={isLit}
      onMouseEnter={() => onPoint(receipt)}
      onFocus={() => onPoint(receipt)}
      onClick={() => onPoint(receipt)}
      onKeyDown={(event) => event.key === "Escape" && onPoint(null)}
      className={`cursor-pointer rounded-[3px] underline decoration-dotted decoration-[var(--muted)] underline-offset-4 ${isLit ? "bg-mark text-mark-ink" : "hover:bg-default"}`}
    >
      {text}
    </span>
  );
}
