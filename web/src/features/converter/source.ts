import type { SourceIn } from "@/api/generated";

/** What is in the one input, as it will be read. */
export type Source =
  | { kind: "empty" }
  | { kind: "url"; url: string; host: string }
  | { kind: "html"; html: string }
  | { kind: "text"; text: string; characters: number }
  | { kind: "file"; file: File }
  | { kind: "files"; files: readonly File[] };

/** What the service takes at most. */
export const LONGEST_TEXT = 200_000;
export const LARGEST_FILE_BYTES = 20_000_000;
/** As many as one can look through afterwards; each becomes a conversion of its own. */
export const MOST_FILES = 20;
/** Shorter than this, it is hardly an article. */
export const SHORT_TEXT = 120;

export const ACCEPTED_FILES = ".pdf,.docx,.hwp,.hwpx,.html,.htm,.md,.txt";

const HOST_AND_PATH = /^((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(:\d+)?([/?#]\S*)?$/iu;
const HTML_START = /^(?:<!doctype html|<html|<head|<body|<article|<main|<section|<div|<p|<h[1-6])[\s>]/i;

export function detect(written: string, files: readonly File[] = []): Source {
  if (files.length > 1) return { kind: "files", files };
  if (files[0]) return { kind: "file", file: files[0] };
  const text = written.trim();
  if (!text) return { kind: "empty" };
  const url = addressOf(text);
  if (url) return { kind: "url", url: url.href, host: url.host };
  if (HTML_START.test(text) && text.endsWith(">")) return { kind: "html", html: text };
  return { kind: "text", text, characters: [...text].length };
}

function addressOf(text: string): URL | null {
  if (/^https?:\/\/\S+$/i.test(text)) return parsed(text);
  const found = HOST_AND_PATH.exec(text);
  // "v1.2" and "끝.다음" are words; an address without its scheme has a path or starts with www.
  const isAddress = found !== null && (found[3] !== undefined || /^www\./i.test(text));
  return isAddress ? parsed(`https://${text}`) : null;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

export type Fault = "empty" | "textTooLong" | "tooManyFiles" | "fileTooLarge" | "fileEmpty";

/** Why it cannot be sent as it is; null: it can. */
export function faultOf(source: Source): Fault | null {
  switch (source.kind) {
    case "empty":
      return "empty";
    case "text":
      return source.characters > LONGEST_TEXT ? "textTooLong" : null;
    case "file":
      return faultOfFile(source.file);
    case "files":
      if (source.files.length > MOST_FILES) return "tooManyFiles";
      return source.files.map(faultOfFile).find((each) => each !== null) ?? null;
    default:
      return null;
  }
}

export function faultOfFile(file: File): "fileTooLarge" | "fileEmpty" | null {
  if (file.size > LARGEST_FILE_BYTES) return "fileTooLarge";
  return file.size === 0 ? "fileEmpty" : null;
}

export function bodyOf(source: Source): SourceIn | null {
  switch (source.kind) {
    case "url":
      return { url: source.url };
    case "html":
      return { html: source.html };
    case "text":
      return { text: source.text };
    default:
      return null;
  }
}
