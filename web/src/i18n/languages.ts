/** Korean is the source; the first is the one of an address that names none. */
export const LANGUAGES = ["ko", "en", "ja"] as const;

export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ko: "한국어", en: "English", ja: "日本語" };
