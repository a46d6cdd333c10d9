/** How a platform's posts look in the editor. What it allows stands in its record; this is only what the eye needs. */

import type { PlatformRecord } from "./record";

/** Platforms of a family share a preview: `linkedin` is any card of running text with a fold, `chat` any message. */
export type Family =
  | "x"
  | "threads"
  | "linkedin"
  | "instagram"
  | "bluesky"
  | "kakao"
  | "sms"
  | "newsletter"
  | "blog"
  | "push"
  | "feed"
  | "chat";

export interface Presentation {
  readonly family: Family;
  /** The ground of the badge, and what is drawn on it; they stand out by 4.5 to 1. */
  readonly colour: string;
  readonly ink: string;
  /** A stroke of two units in a square of 24, round ends, no fill: our own letters and signs, not the brands' marks. */
  readonly glyph: string;
  /** Lines after which the platform folds the text, beside the characters of the record's own `fold` limit. */
  readonly foldLines: number | null;
}

const WHITE = "#ffffff";
const DARK = "#111827";

function shown(
  family: Family,
  colour: string,
  ink: string,
  glyph: string,
  foldLines: number | null = null,
): Presentation {
  return { family, colour, ink, glyph, foldLines };
}

/**
 * Folds by lines are of third parties, none of the platforms documents one: three on LinkedIn
 * (web-3-apps.com/char-counter/articles/linkedin-post-length), two on Instagram (toolsop.com/blog/character-limit-twitter-linkedin).
 */
const PRESENTATIONS: Readonly<Record<string, Presentation>> = {
  x: shown("x", "#0f1419", WHITE, "M6 6l12 12M18 6L6 18"),
  x_premium: shown("x", "#0f1419", WHITE, "M5 5l10 10M15 5L5 15M18 14v6M15 17h6"),
  threads: shown("threads", "#101010", WHITE, "M7 6h10M12 6v8a4 4 0 0 0 5 4"),
  linkedin: shown("linkedin", "#0a66c2", WHITE, "M6 10v8M6 6v.01M11 18v-8M11 13a3.5 3.5 0 0 1 7 0v5", 3),
  instagram: shown("instagram", "#b92b76", WHITE, "M5 5h14v14H5zM5 16l4-4 4 4 3-3 3 3M15 9v.01", 2),
  facebook: shown("linkedin", "#0b5fd9", WHITE, "M16 5h-1a3 3 0 0 0-3 3v11M8 12h7"),
  bluesky: shown("bluesky", "#0560c4", WHITE, "M8 5v14h5a3.5 3.5 0 0 0 0-7H8h4a3.5 3.5 0 0 0 0-7z"),
  mastodon: shown("bluesky", "#5646dd", WHITE, "M6 18V6l6 7 6-7v12"),
  telegram: shown("chat", "#1f6f9f", WHITE, "M6 7h12M12 7v11"),
  discord: shown("chat", "#4752c4", WHITE, "M8 6v12h3a6 6 0 0 0 0-12z"),
  slack: shown("chat", "#4a154b", WHITE, "M16 8a3 3 0 0 0-3-2h-2a3 3 0 0 0 0 6h2a3 3 0 0 1 0 6h-2a3 3 0 0 1-3-2"),
  pinterest: shown("instagram", "#bd081c", WHITE, "M9 19V5h4a4.5 4.5 0 0 1 0 9H9"),
  tiktok: shown("instagram", "#161823", WHITE, "M8 4h8v16H8zM11 9.5l3 2.5-3 2.5z"),
  youtube: shown("linkedin", "#c4110c", WHITE, "M7 5l5 7 5-7M12 12v7"),
  naver_blog: shown("blog", "#03c75a", DARK, "M7 18V6l10 12V6"),
  kakao: shown("kakao", "#fee500", DARK, "M8 5v14M17 5l-8 7 8 7"),
  sms: shown("sms", "#1f7a43", WHITE, "M5 6h14v10h-8l-4 4v-4H5z"),
  lms: shown("sms", "#1f7a43", WHITE, "M4 5h16v11h-8l-4 4v-4H4zM8 9h8M8 12h5"),
  push: shown("push", "#9a3412", WHITE, "M7 16v-5a5 5 0 0 1 10 0v5zM5 16h14M11 20h2"),
  newsletter: shown("newsletter", "#334155", WHITE, "M4 6h16v12H4zM4 7l8 6 8-6"),
  markdown: shown("blog", "#334155", WHITE, "M9 5L7 19M17 5l-2 14M5 9h14M5 15h14"),
  feed: shown("feed", "#b45309", WHITE, "M6 18v.01M6 12a6 6 0 0 1 6 6M6 6a12 12 0 0 1 12 12"),
};

/** A platform that the web does not know yet is shown as running text. */
const UNKNOWN = shown("blog", "#334155", WHITE, "M6 7h12M6 12h12M6 17h8");

export function presentationOf(platformId: string): Presentation {
  return PRESENTATIONS[platformId] ?? UNKNOWN;
}

export function knownPresentations(): string[] {
  return Object.keys(PRESENTATIONS);
}

/** The record's name of the platform in the reader's language; English where it has none. */
export function nameOf(platform: PlatformRecord, locale: string): string {
  return platform.name[locale] ?? platform.name.en ?? platform.id;
}
