/** Emoji sequences in a text: what counts as one picture, by the engine's own table. */

import type { Span } from "./span";
import { NEWER, NOT_IN_REFERENCE, OLDER } from "./tables/emoji";

const VARIANT = "\ufe0f";
const TEXT_VARIANT = "\ufe0e";
const JOINER = "\u200d";
const TONES = ["🏻", "🏼", "🏽", "🏾", "🏿"] as const;
const KEYCAP = "\u20e3";
/** Letters unless a variation selector follows. */
const TEXT_STYLE = ["©", "®"] as const;

/** No text of these characters alone holds an emoji; nearly every article is one. */
const PLAIN = new RegExp(
  "^[\\t-\\x7f\\xa1-\\xa8\\xaa-\\xad\\xaf-\\u200c\\u200e-\\u203b\\u20a0-\\u20cf\\u3000-\\u302f\\u303e-\\u3296" +
    "\\u329a-\\uabff\\uac00-\\ud7ff\\uf900-\\ufaff\\uff00-\\uffef]*$",
);

interface Table {
  readonly sequences: ReadonlySet<string>;
  /** Whether a sequence begins with this UTF-16 unit. */
  readonly begins: Uint8Array;
  /** First code point to the lengths of what it begins, longest first. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
}

function choices(letter: string, tone: string): readonly string[] {
  switch (letter) {
    case "V":
      return ["", VARIANT];
    case "J":
      return [JOINER];
    case "t":
      return ["", ...TONES];
    case "S":
      return ["", VARIANT, ...TONES];
    case "Q":
      return [VARIANT, ...TONES];
    case "W":
      return TONES;
    case "T":
      return tone === "" ? TONES : [tone];
    case "U":
      return TONES.filter((other) => other !== tone);
    default:
      return [letter];
  }
}

/** Every sequence that a form of the table stands for; see tools/web_tables.py for its letters. */
function expand(form: string): string[] {
  let made = [{ text: "", tone: "" }];
  const free = form.includes("W");
  for (const letter of form) {
    made = made.flatMap(({ text, tone }) =>
      choices(letter, free ? "" : tone).map((added) => ({
        text: text + added,
        tone: letter === "T" ? added : tone,
      })),
    );
  }
  return made.map(({ text }) => text);
}

function run(form: string): string[] | null {
  const [first = "", dash, last, more] = [...form];
  if (dash !== "-" || last === undefined || more !== undefined) return null;
  const from = first.codePointAt(0) ?? 0;
  return Array.from({ length: (last.codePointAt(0) ?? 0) - from + 1 }, (_, index) =>
    String.fromCodePoint(from + index),
  );
}

function sequencesOf(table: string): string[] {
  return table.split(" ").flatMap((form) => run(form) ?? expand(form));
}

function tableOf(sequences: Set<string>): Table {
  for (const sign of TEXT_STYLE) sequences.delete(sign);
  const lengths = new Map<number, number[]>();
  const begins = new Uint8Array(0x10000);
  for (const sequence of sequences) {
    begins[sequence.charCodeAt(0)] = 1;
    const first = sequence.codePointAt(0) ?? 0;
    const known = lengths.get(first);
    if (known === undefined) lengths.set(first, [sequence.length]);
    else if (!known.includes(sequence.length)) known.push(sequence.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return { sequences, begins, lengths };
}

/** X's frozen reference counter knows joined sequences in their full form only. */
function inFull(form: string): string {
  return form.replaceAll("V", VARIANT).replaceAll("S", "Q");
}

function referenceSequences(): Set<string> {
  const lacking = new Set(NOT_IN_REFERENCE.split(" ").flatMap((form) => expand(inFull(form))));
  return new Set(
    OLDER.split(" ")
      .flatMap((form) => run(form) ?? expand(form.includes("J") ? inFull(form) : form))
      .filter((sequence) => !lacking.has(sequence)),
  );
}

let current: Table | null = null;
let reference: Table | null = null;

/** True is certain; false means that it must be looked at. */
export function holdsNoEmoji(text: string): boolean {
  return PLAIN.test(text) && !text.includes(KEYCAP);
}

/** The emoji sequences, longest match first; `ofReference` knows only those that X's reference counter knows. */
export function emojiSpans(text: string, ofReference = false): Span[] {
  if (holdsNoEmoji(text)) return [];
  current ??= tableOf(new Set([...sequencesOf(OLDER), ...sequencesOf(NEWER)]));
  if (ofReference) reference ??= tableOf(referenceSequences());
  const { sequences, begins, lengths } = ofReference && reference !== null ? reference : current;
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    if (begins[text.charCodeAt(at)] === 0) {
      at++;
      continue;
    }
    const point = text.codePointAt(at) ?? 0;
    const step = point > 0xffff ? 2 : 1;
    const length = lengths.get(point)?.find((size) => {
      const asText = size === step && text[at + size] === TEXT_VARIANT;
      return !asText && sequences.has(text.slice(at, at + size));
    });
    if (length !== undefined) spans.push({ start: at, end: at + length });
    at += length ?? step;
  }
  return spans;
}
