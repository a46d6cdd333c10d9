import type { Metadata } from "next";
import { type Language, routing } from "@/i18n/routing";

const LOCALES: Record<Language, string> = { ko: "ko_KR", en: "en_US", ja: "ja_JP" };

/** What search engines and link previews are told of a page that stands in every language under the same path. */
export function publicPage(language: Language, path: string): Metadata {
  const languages = Object.fromEntries(routing.locales.map((each) => [each, `/${each}${path}`]));
  return {
    alternates: {
      canonical: `/${language}${path}`,
      languages: { ...languages, "x-default": `/${routing.defaultLocale}${path}` },
    },
    openGraph: { type: "website", siteName: "NewsForge Pro", locale: LOCALES[language], url: `/${language}${path}` },
    twitter: { card: "summary_large_image" },
  };
}
