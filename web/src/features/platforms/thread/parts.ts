/** Parts added, removed, joined, cut: link and tags stay at the end, the disclosure at the start, numbers are anew. */

import { strictWeight } from "../counting/weight";
import { measureText } from "../measure";
import type { PlatformRecord } from "../record";
import { bestBorder } from "./borders";
import { type Part, readPart, type Thread, writePart } from "./furniture";

function readAll(thread: Thread, platform: PlatformRecord): Part[] {
  return thread.parts.map((_, index) => readPart(thread, index, platform));
}

/** What was anywhere stays, once: a link that a person took out does not come back. */
function writeAll(parts: readonly Part[], platform: PlatformRecord): string[] {
  const [link, tags, disclosure] = (["link", "tags", "disclosure"] as const).map(
    (name) => parts.find((part) => part[name] !== "")?.[name] ?? "",
  );
  const last = parts.length - 1;
  return parts.map(({ body }, index) =>
    writePart(
      {
        body,
        link: (index === last && link) || "",
        tags: (index === last && tags) || "",
        disclosure: (index === 0 && disclosure) || "",
      },
      index,
      parts.length,
      platform,
    ),
  );
}

function ofBody(body: string): Part {
  return { body, link: "", tags: "", disclosure: "" };
}

/** Everything that the house adds, where it belongs. */
export function renumber(thread: Thread, platform: PlatformRecord): string[] {
  return writeAll(readAll(thread, platform), platform);
}

/** How much of `parts[index]` is its own text: the editor's caret moves there, the rest is the house's. */
export function bodyLength(thread: Thread, index: number, platform: PlatformRecord): number {
  return readPart(thread, index, platform).body.length;
}

/** With `body` as a part of its own after the one of this index; -1 puts it first. */
export function addPart(thread: Thread, index: number, platform: PlatformRecord, body = ""): string[] {
  const parts = readAll(thread, platform);
  parts.splice(index + 1, 0, ofBody(body.trim()));
  return writeAll(parts, platform);
}

/** The last one left stays, empty. */
export function removePart(thread: Thread, index: number, platform: PlatformRecord): string[] {
  const parts = readAll(thread, platform);
  const removed = parts[index];
  if (removed === undefined) return [...thread.parts];
  const rest = parts.filter((part) => part !== removed);
  const heir = rest[Math.min(index, rest.length - 1)];
  if (heir === undefined) return writeAll([{ ...removed, body: "" }], platform);
  const kept = rest.map((part) => (part === heir ? inherit(part, removed) : part));
  return writeAll(kept, platform);
}

/** Moves the part by whole places; past an end it stays. */
export function movePart(thread: Thread, index: number, by: number, platform: PlatformRecord): string[] {
  const parts = readAll(thread, platform);
  const [moved] = parts.splice(index, 1);
  if (moved === undefined || index + by < 0 || index + by > parts.length) return [...thread.parts];
  parts.splice(index + by, 0, moved);
  return writeAll(parts, platform);
}

/** Joined with the part after it. */
export function joinParts(thread: Thread, index: number, platform: PlatformRecord): string[] {
  const parts = readAll(thread, platform);
  const [first, second] = [parts[index], parts[index + 1]];
  if (first === undefined || second === undefined) return [...thread.parts];
  const separator = platform.blank_line ? "\n\n" : "\n";
  const body = [first.body, second.body].filter((text) => text !== "").join(separator);
  parts.splice(index, 2, { ...inherit(first, second), body });
  return writeAll(parts, platform);
}

/** Cut at an index of the part's own text, as Enter does at the caret. */
export function cutPart(thread: Thread, index: number, at: number, platform: PlatformRecord): string[] {
  const parts = readAll(thread, platform);
  const part = parts[index];
  if (part === undefined) return [...thread.parts];
  parts.splice(index, 1, { ...part, body: part.body.slice(0, at).trim() }, ofBody(part.body.slice(at).trim()));
  return writeAll(parts, platform);
}

function inherit(heir: Part, from: Part): Part {
  return {
    body: heir.body,
    link: heir.link || from.link,
    tags: heir.tags || from.tags,
    disclosure: heir.disclosure || from.disclosure,
  };
}

/** As the engine does it: what a browser cuts stays below X's limit by the stricter of its two counts. */
function fits(text: string, platform: PlatformRecord): boolean {
  return platform.limits
    .filter(({ field, severity }) => field === "part" && severity === "reject")
    .every(({ unit, max }) => (unit === "weighted" ? strictWeight(text) : measureText(text, platform, unit)) <= max);
}

/** The parts, those that are too long cut at the best border before their limit; unchanged where nothing helps. */
export function splitOverflow(thread: Thread, platform: PlatformRecord): string[] {
  let parts = readAll(thread, platform);
  let before: number;
  do {
    // A tenth part makes every number longer, so the ones before are looked at again.
    before = parts.length;
    parts = cutWhatIsTooLong(parts, platform);
  } while (parts.length > before);
  return writeAll(parts, platform);
}

function cutWhatIsTooLong(given: readonly Part[], platform: PlatformRecord): Part[] {
  const parts = [...given];
  const most = platform.thread?.max_parts ?? 1;
  for (let index = 0; index < parts.length && parts.length < most; index++) {
    const part = parts[index];
    if (part === undefined || fits(writeAll(parts, platform)[index] ?? "", platform)) continue;
    const cutAt = (at: number): [Part, Part] => [
      { ...part, body: part.body.slice(0, at).trimEnd() },
      ofBody(part.body.slice(at).trim()),
    ];
    const headFits = (at: number) =>
      fits(writeAll(parts.toSpliced(index, 1, ...cutAt(at)), platform)[index] ?? "", platform);
    const at = bestBorder(part.body, headFits);
    if (at !== null) parts.splice(index, 1, ...cutAt(at));
  }
  return parts;
}
