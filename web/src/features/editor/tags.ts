/** Hashtags in the two places where they stand: a list of their own, and a line of the text. */

export const MOST_TAGS = 60;
const TAG = /^#[^#\s]{1,100}$/;

/** What somebody types into the field of tags, with or without `#`, divided by whatever they like. */
export function parseTags(typed: string): string[] {
  const tags = typed.split(/[\s,#]+/).filter((tag) => tag !== "" && tag.length <= 100);
  return [...new Set(tags)].slice(0, MOST_TAGS);
}

export function tagLine(tags: readonly string[]): string {
  return tags.map((tag) => `#${tag}`).join(" ");
}

/** The tags of the last line that holds nothing else; none where there is no such line. */
export function tagsIn(parts: readonly string[]): string[] {
  for (const part of [...parts].reverse()) {
    for (const line of part.split("\n").reverse()) {
      const words = line.trim().split(/\s+/);
      if (words.every((word) => TAG.test(word)))
        return [...new Set(words.map((word) => word.slice(1)))].slice(0, MOST_TAGS);
    }
  }
  return [];
}

/** As the engine does it: the line is exchanged where it stands, and comes to the end where there is none. */
export function retag(parts: readonly string[], before: readonly string[], after: readonly string[]): string[] {
  const [old, line] = [tagLine(before), tagLine(after)];
  const place = old === "" ? -1 : parts.findLastIndex((part) => part.includes(old));
  if (place >= 0) {
    return parts.map((part, at) =>
      at === place
        ? part
            .replace(old, () => line)
            .replace(/\n{3,}/g, "\n\n")
            .trim()
        : part,
    );
  }
  if (line === "") return [...parts];
  return parts.map((part, at) => (at === parts.length - 1 ? `${part.trimEnd()}\n\n${line}` : part));
}
