import type { ConversionCreate } from "@/api/generated";

export const TONES = ["neutral", "friendly", "urgent", "formal"] as const;
export const LENGTHS = ["short", "standard", "long"] as const;
export const LANGUAGES = ["ko", "en", "ja", "zh"] as const;
export const WRITERS = ["auto", "embedded"] as const;

/** How somebody last wanted their posts. */
export type Choices = {
  platforms: string[];
  /** Empty: the article's own. */
  languages: string[];
  tone: (typeof TONES)[number];
  length: (typeof LENGTHS)[number];
  writer: string;
};

export const DEFAULTS: Choices = {
  platforms: ["x", "threads", "linkedin", "instagram", "kakao", "newsletter"],
  languages: [],
  tone: "neutral",
  length: "standard",
  writer: "auto",
};

const WRITER = /^(auto|embedded|[a-z][a-z-]*:\S+)$/;

export const isWriter = (name: string) => WRITER.test(name) && name.length <= 200;

/** The options (platforms aside) that are not as they come. */
export function changedOf(choices: Choices): ("languages" | "tone" | "length" | "writer")[] {
  const names = ["languages", "tone", "length", "writer"] as const;
  return names.filter((name) => String(choices[name]) !== String(DEFAULTS[name]));
}

export function wishesOf(choices: Choices, instruction: string): Omit<ConversionCreate, "source"> {
  return {
    platforms: choices.platforms,
    languages: choices.languages.length ? choices.languages : null,
    tone: choices.tone,
    length: choices.length,
    writer: choices.writer,
    instruction: instruction.trim(),
  };
}

const KEY = "newsforge-choices";

/** The last choices; whatever this browser kept that makes no sense any more is left out. */
export function keptChoices(): Choices {
  try {
    return sensible(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return DEFAULTS;
  }
}

export function keepChoices(choices: Choices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // The next visit starts with the defaults.
  }
}

export function sensible(kept: Partial<Record<keyof Choices, unknown>>): Choices {
  const words = (value: unknown): string[] | null =>
    Array.isArray(value) && value.every((each) => typeof each === "string" && each.length <= 40) ? value : null;
  const platforms = words(kept.platforms);
  return {
    platforms: platforms?.length ? platforms : DEFAULTS.platforms,
    languages: (words(kept.languages) ?? []).filter((each) => LANGUAGES.some((known) => known === each)),
    tone: TONES.find((each) => each === kept.tone) ?? DEFAULTS.tone,
    length: LENGTHS.find((each) => each === kept.length) ?? DEFAULTS.length,
    writer: typeof kept.writer === "string" && isWriter(kept.writer) ? kept.writer : DEFAULTS.writer,
  };
}
