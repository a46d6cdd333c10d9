/** How long a text is, in the units that platforms count in. */

import type { Unit } from "../record";
import { countCp949, countJson, countUtf8 } from "./bytes";
import { countPoints } from "./characters";
import { emojiSpans } from "./emoji";
import { countGraphemes } from "./graphemes";
import { weight } from "./weight";

/** One a character, an emoji its UTF-8 bytes. */
function countEmojiBytes(text: string): number {
  let total = countPoints(text);
  for (const { start, end } of emojiSpans(text)) {
    const sequence = text.slice(start, end);
    total += countUtf8(sequence) - countPoints(sequence);
  }
  return total;
}

/** Only `weighted` puts the text into NFC first, as X does. */
export function count(text: string, unit: Unit): number {
  switch (unit) {
    case "weighted":
      return weight(text);
    case "grapheme":
      return countGraphemes(text);
    case "code_point":
      return countPoints(text);
    case "utf16":
      return text.length;
    case "utf8_byte":
      return countUtf8(text);
    case "cp949_byte":
      return countCp949(text);
    case "json_byte":
      return countJson(text);
    case "emoji_byte":
      return countEmojiBytes(text);
  }
}
