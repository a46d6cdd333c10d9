/** Where a text holds a URL, by the grammar of X's reference counter, as the engine reads it. */

import {
  ACCENTED,
  BREAK,
  CYRILLIC,
  countPoints,
  DIRECTIONAL,
  INVALID,
  isHighSurrogate,
  isLowSurrogate,
  NOT_LABEL,
  PUNCTUATION,
  SPACES,
  TURKISH,
} from "./characters";
import { isTopLevel, latinDomainPattern, topLevelPattern } from "./domains";
import { remembered, type Span } from "./span";

export interface Link extends Span {
  readonly text: string;
}

const MAX_URL_LENGTH = 4096;
const MAX_TCO_SLUG_LENGTH = 40;
const MAX_LABEL_LENGTH = 63;
/** `https://` and the character before it. */
const LEAD_LENGTH = 10;
const FULL_STOP = 0x2e;

const PATH_CHAR = `[a-z${CYRILLIC}0-9!*';:=+,.$/%#\\[\\]\\-\\u2013_~@|&${ACCENTED}]`;
const PARENTHESES = `\\((?:${PATH_CHAR}+|(?:${PATH_CHAR}*\\(${PATH_CHAR}+\\)${PATH_CHAR}*))\\)`;
const PATH_END = `[+\\-a-z${CYRILLIC}0-9=_#/${ACCENTED}]`;
const PATH = `(?:${PATH_CHAR}*(?:${PARENTHESES}${PATH_CHAR}*)*${PATH_END}|${PARENTHESES}|@${PATH_CHAR}+/)`;
const QUERY = `\\?[a-z${TURKISH}0-9!?*'@();:&=+$/%#\\[\\]\\-_.,~|]*` + `[a-z${TURKISH}0-9\\-_&=#/]`;

const RUN = new RegExp(`[${SPACES}]?[^${SPACES}]+`, "gu");
const AFTER_DOT = /\.([a-zA-Z]{2,})/g;
const AFTER_DOT_WIDE = /\.(?![a-zA-Z])[\p{L}\p{Nl}\p{No}]/u;
const ENDS_DOMAIN = new RegExp(`[${NOT_LABEL}${BREAK}]`, "u");
const WORDLIKE = /[A-Za-z0-9@$#]/;
const SCHEME = /https?:\/\//iu;

interface Grammar {
  readonly url: RegExp;
  readonly latin: RegExp;
  readonly tco: RegExp;
}

function compiled(): Grammar {
  const char = `[^${PUNCTUATION}${BREAK}]`;
  const subdomain = `(?:${char}[^${NOT_LABEL}${BREAK}]{0,62}(?<=${char})\\.)`;
  const name = `(?:${char}[^${NOT_LABEL}_${BREAK}]{0,62}(?<=${char}))`;
  const before = `([^A-Za-z${TURKISH}0-9@＠$#＃${INVALID}]|[${DIRECTIONAL}]|^)`;
  const domain = `(${subdomain}{0,30}${name}\\.${topLevelPattern()})`;
  return {
    url: new RegExp(`${before}(https?://)?${domain}(?::[0-9]+)?(/${PATH}*)?(?:${QUERY})?`, "iuy"),
    latin: new RegExp(latinDomainPattern(), "giu"),
    tco: new RegExp(`^https?://t\\.co/([a-z${TURKISH}0-9]+)(?:${QUERY})?`, "iu"),
  };
}

let grammar: Grammar | null = null;

/** Rules nearly every text out at once: a full stop and a decimal point have no domain's letters after them. */
function mayHoldLink(text: string): boolean {
  if (!text.includes(".")) return false;
  if (AFTER_DOT_WIDE.test(text)) return true;
  for (const [, name = ""] of text.matchAll(AFTER_DOT)) {
    const lower = name.toLowerCase();
    if (lower === "xn" || isTopLevel(lower)) return true;
  }
  return false;
}

/** Whether the character ends a domain; the full stop ends only a label. */
function endsDomain(run: string, at: number): boolean {
  const code = run.charCodeAt(at);
  // Most text is Hangul, kana and ideographs, of which none does.
  return code !== FULL_STOP && (code < 0x3001 || code >= 0xfeff) && ENDS_DOMAIN.test(run.charAt(at));
}

/** Where, from `at` on, the character before an address may stand whose domain holds the dot at `dot`. */
function earliest(run: string, at: number, dot: number): number {
  let first = dot;
  let length = 0;
  while (first > at && length <= MAX_LABEL_LENGTH && !endsDomain(run, first - 1)) {
    first--;
    if (run.charCodeAt(first) === FULL_STOP) length = 0;
    else if (!isLowSurrogate(run.charCodeAt(first))) length++;
  }
  const lead = run[first - 1] === "/" ? LEAD_LENGTH : 2;
  return Math.max(at, first - lead);
}

/** Whether an address may follow the character at `at`, or begin the text with it; half a character never tells. */
function mayPrecede(run: string, at: number): boolean {
  const code = run.charCodeAt(at);
  if (isLowSurrogate(code)) return !isHighSurrogate(run.charCodeAt(at - 1));
  return at === 0 || code >= 0x80 || !WORDLIKE.test(run.charAt(at));
}

function linksOfMatch(match: RegExpExecArray, run: string, schemeRequired: boolean, { latin, tco }: Grammar): Span[] {
  const [whole, before = "", scheme, domain = "", path] = match;
  const start = match.index + before.length;
  const end = match.index + whole.length;
  const url = run.slice(start, end);
  if (url.length > MAX_URL_LENGTH && countPoints(url) > MAX_URL_LENGTH) return [];
  if (scheme) {
    const short = tco.exec(url);
    if (short === null) return [{ start, end }];
    return (short[1] ?? "").length > MAX_TCO_SLUG_LENGTH ? [] : [{ start, end: start + short[0].length }];
  }
  if (schemeRequired || before === "-" || before === "_" || before === "." || before === "/") return [];
  const spans: { start: number; end: number }[] = [];
  // `matchAll` would compile the long pattern anew each time.
  latin.lastIndex = 0;
  for (let name = latin.exec(domain); name !== null; name = latin.exec(domain)) {
    spans.push({ start: start + name.index, end: start + name.index + name[0].length });
  }
  const last = spans.at(-1);
  if (last !== undefined && path) last.end = end;
  return spans;
}

function linksInRun(run: string, offset: number, schemeRequired: boolean): Link[] {
  grammar ??= compiled();
  const found: Link[] = [];
  const { url } = grammar;
  let at = 0;
  for (let dot = run.indexOf("."); dot >= 0; dot = run.indexOf(".", Math.max(at, dot + 1))) {
    at = earliest(run, at, dot);
    while (at < dot) {
      url.lastIndex = at;
      const match = mayPrecede(run, at) ? url.exec(run) : null;
      if (match === null) {
        at++;
        continue;
      }
      for (const { start, end } of linksOfMatch(match, run, schemeRequired, grammar)) {
        found.push({ start: offset + start, end: offset + end, text: run.slice(start, end) });
      }
      at = match.index + match[0].length;
    }
  }
  return found;
}

function found(text: string, schemeRequired: boolean): readonly Link[] {
  if ((schemeRequired && !text.includes("://")) || !mayHoldLink(text)) return [];
  const all: Link[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (run.includes(".") && (!schemeRequired || SCHEME.test(run)) && mayHoldLink(run)) {
      all.push(...linksInRun(run, index, schemeRequired));
    }
  }
  return all;
}

const withScheme = remembered((text) => found(text, true));
const withOrWithout = remembered((text) => found(text, false));

/** The URLs of `text`; unless `schemeRequired` also bare domains. */
export function links(text: string, schemeRequired = false): readonly Link[] {
  return schemeRequired ? withScheme(text) : withOrWithout(text);
}
