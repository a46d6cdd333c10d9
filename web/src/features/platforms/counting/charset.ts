/** The characters that Korean text messages carry (CP949). Load it with `loadCharset`: only they need its table. */

import { IDEOGRAPHS, OTHERS } from "./tables/charset";

const FIRST_IDEOGRAPH = 0x4e00;
const END_OF_IDEOGRAPHS = 0xa000;
const BITS = Uint8Array.from(atob(IDEOGRAPHS), (byte) => byte.charCodeAt(0));
const OTHER_POINTS = new Set(
  OTHERS.split(" ").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }),
);

function carries(point: number): boolean {
  if (point < 0x80 || (point >= 0xac00 && point <= 0xd7a3)) return true;
  if (point >= FIRST_IDEOGRAPH && point < END_OF_IDEOGRAPHS) {
    const bit = point - FIRST_IDEOGRAPH;
    return (((BITS[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
  }
  return OTHER_POINTS.has(point);
}

/** What a Korean text message cannot carry, in order, each once. */
export function outsideCp949(text: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (carries(code)) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? code);
    found.add(character);
    at += character.length - 1;
  }
  return [...found];
}
