/** Classes of characters that the rules share, as the inside of a `[…]` in a pattern with the flag `u`. */

/** Punctuation that no part of a domain holds; `_` and `-` may stand inside one. */
export const NOT_LABEL = "!'#%&()*+,\\\\./:;<=>?@\\[\\]\\^{|}~$";
export const PUNCTUATION = `${NOT_LABEL}_\\-`;
export const SPACES = "\\t-\\r \\x85\\xa0\\u1680\\u180e\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
export const INVALID = "\\ufffe\\ufeff\\uffff";
export const DIRECTIONAL = "\\u202a-\\u202e\\u061c\\u200e\\u200f\\u2066-\\u2069";
export const BREAK = SPACES + INVALID + DIRECTIONAL;
export const ACCENTED =
  "\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff\\u0100-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268" +
  "\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff";
export const CYRILLIC = "\\u0400-\\u04ff";

/** The engine's patterns take the Turkish letters for an `i` when case does not matter; the flag `i` does not here. */
export const TURKISH = "\\u0130\\u0131";

/** What `\s` is to the engine. */
export const WHITE = "\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

/** Controls that no platform shows, the noncharacters that X refuses, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]/gu;

/** What cannot be published anywhere, in order, each once. */
export function forbiddenIn(text: string): string[] {
  return [...new Set(text.match(FORBIDDEN))];
}

const EDGE_WHITE = `[${WHITE}\\x1c-\\x1f]`;
const BLANK = new RegExp(`^${EDGE_WHITE}*$`, "u");

/** Nothing but white space as the engine knows it: U+FEFF is none, U+0085 is. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

export function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** Code points; half of a character counts as one. */
export function countPoints(text: string): number {
  let points = text.length;
  for (let at = 1; at < text.length; at++) {
    if (isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1))) points--;
  }
  return points;
}
