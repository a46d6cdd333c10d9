/** Lengths in bytes; half of a character counts as the three bytes that it would take. */

export function countUtf8(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      bytes += 2;
      at++;
    } else bytes += 2;
  }
  return bytes;
}

/** Of a Korean text message: all but ASCII takes two bytes, and what CP949 lacks is counted so too. */
export function countCp949(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes += code < 0x80 ? 1 : 2;
    if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at++;
  }
  return bytes;
}

const SHORT_ESCAPES = '"\\\b\t\n\f\r';

/** What a JSON string writes otherwise than it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const JSON_ESCAPED = /["\\\0-\x1f]/g;

/** What the character of this code takes more in a JSON string. */
export function jsonExcess(code: number): number {
  if (code >= 0x20 && code !== 0x22 && code !== 0x5c) return 0;
  return SHORT_ESCAPES.includes(String.fromCharCode(code)) ? 1 : 5;
}

/** UTF-8 bytes as a JSON string, without its quotes. */
export function countJson(text: string): number {
  let bytes = countUtf8(text);
  for (let at = 0; at < text.length; at++) bytes += jsonExcess(text.charCodeAt(at));
  return bytes;
}
