/** Hashtags, mentions and cashtags, as the engine reads them. */

import { ACCENTED, PUNCTUATION, SPACES, WHITE } from "./characters";
import { type Link, links } from "./links";
import { outside } from "./span";

const TAG_LETTER = "[\\p{L}\\p{M}]";
const TAG_CHAR =
  "[\\p{L}\\p{M}\\p{Nd}_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb\\u3003" +
  "\\u0f0b\\u0f0c\\xb7]";
/** The sign is looked for first, for speed; `(?=(…))\1` takes all it can and gives nothing back. */
const HASHTAG = new RegExp(
  `(?=[#＃])(?:^|(?<=[\\ufe0e\\ufe0f])|(?<!${TAG_CHAR}|&))` +
    `(?=([#＃](?!\\ufe0f|\\u20e3)${TAG_CHAR}*${TAG_LETTER}${TAG_CHAR}*))\\1(?!://|[#＃])`,
  "gu",
);
const NAME = "a-zA-Z\\u0130\\u01310-9_";
const MENTION = new RegExp(
  `(?=[@＠])(?:(?<![${NAME}!#$%&*@＠])|(?<=(?:^|[^${NAME}+~.\\-])RT:?))` +
    `(?=([@＠][${NAME}]{1,20}))\\1(?![@＠${ACCENTED}]|://)`,
  "giu",
);
/** The engine's `[a-z]` without regard to case takes the dotted capital, not the dotless small letter. */
const LOCAL = "[a-z\\u01300-9_]";
const HOST = "[\\p{L}\\p{N}]";
const FEDIVERSE = new RegExp(
  `(?=@)(?<![=/\\p{L}\\p{N}_])@${LOCAL}+(?:[.\\-]+${LOCAL}+)*(?:@${HOST}+(?:[.\\-]+${HOST}+)*)?`,
  "giu",
);
const CASHTAG = new RegExp(
  `(?=\\$)(?:^|(?<=[${SPACES}]))\\$[a-z\\u0130]{1,6}(?:[._][a-z\\u0130]{1,2})?(?=$|[${WHITE}${PUNCTUATION}])`,
  "giu",
);

function matches(text: string, pattern: RegExp): Link[] {
  return Array.from(text.matchAll(pattern), (m) => ({ start: m.index, end: m.index + m[0].length, text: m[0] }));
}

function outsideLinks(text: string, pattern: RegExp): Link[] {
  const found = matches(text, pattern);
  return found.length === 0 ? found : outside(found, links(text));
}

/** With their sign; one inside a URL is none. */
export function hashtags(text: string): Link[] {
  return text.includes("#") || text.includes("＃") ? outsideLinks(text, HASHTAG) : [];
}

/** `@name` as X reads it. */
export function mentions(text: string): Link[] {
  return text.includes("@") || text.includes("＠") ? outsideLinks(text, MENTION) : [];
}

/** `@user` and `@user@host`, whole. */
export function fediverseMentions(text: string): Link[] {
  return text.includes("@") ? matches(text, FEDIVERSE) : [];
}

/** `$AAPL` and the like, with their sign. */
export function cashtags(text: string): Link[] {
  return text.includes("$") ? outsideLinks(text, CASHTAG) : [];
}
