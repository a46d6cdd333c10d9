/** What the house adds to a part: link, hashtags, disclosure and number, each on a line of its own after the text. */

import type { PlatformRecord } from "../record";

/** A thread as it stands, and what of it is the house's. */
export interface Thread {
  readonly parts: readonly string[];
  readonly hashtags: readonly string[];
  readonly link: string | null;
  readonly disclosure: string | null;
}

/** The line that numbers a part, or nothing where a post is not counted in parts. */
export function numberLine(platform: PlatformRecord, index: number, total: number): string {
  if (platform.thread === null || total < 2) return "";
  return platform.thread.numbering.replace("{index}", String(index + 1)).replace("{total}", String(total));
}

export function isTagLine(line: string, hashtags: readonly string[]): boolean {
  const words = line.split(/\s+/u);
  return hashtags.length > 0 && words.every((word) => word.startsWith("#") && hashtags.includes(word.slice(1)));
}

/** A part's own text, and the lines that the house added to it; the number is left out, it is written anew. */
export interface Part {
  readonly body: string;
  readonly link: string;
  readonly tags: string;
  readonly disclosure: string;
}

/** From the end, lines go as long as they are the house's: the engine's rule, which holds for edited posts too. */
export function readPart(thread: Thread, index: number, platform: PlatformRecord): Part {
  const part = { body: thread.parts[index] ?? "", link: "", tags: "", disclosure: "" };
  const number = numberLine(platform, index, thread.parts.length);
  part.body = part.body.trimEnd();
  while (part.body !== "") {
    const start = part.body.lastIndexOf("\n") + 1;
    const line = part.body.slice(start).trim();
    if (line === thread.link) part.link = line;
    else if (line === thread.disclosure) part.disclosure = line;
    else if (isTagLine(line, thread.hashtags)) part.tags = line;
    else if (number === "" || line !== number) break;
    part.body = part.body.slice(0, start).trimEnd();
  }
  return part;
}

/** The part as it is published: link and tags, then the disclosure, then its number. */
export function writePart(part: Part, index: number, total: number, platform: PlatformRecord): string {
  const separator = platform.blank_line ? "\n\n" : "\n";
  return [part.body, part.link, part.tags, part.disclosure, numberLine(platform, index, total)]
    .filter((block) => block !== "")
    .join(separator);
}
