import type { Metadata } from "next";
import { type Language, routing } from "@/i18n/routing";

const LOCALES: Record<Language, string> = { ko: "ko_KR", en: "en_US", ja: "ja_JP" };

/** How large the pictures in public/previews are (`tools/web previews` draws them). */
const PICTURE = { width: 1200, height: 630, type: "image/png" };

/**
 * What search engines and link previews are told of a page that stands in every language under the same path. `alt` says
 * what its picture says.
 */
export function publicPage(language: Language, path: string, alt: string): Metadata {
  const picture = { url: `/previews/${path.slice(1) || "landing"}-${language}.png`, alt };
  const languages = Object.fromEntries(routing.locales.map((each) => [each, `/${each}${path}`]));
  return {
    alternates: {
      canonical: `/${language}${path}`,
      languages: { ...languages, "x-default": `/${routing.defaultLocale}${path}` },
    },
    openGraph: {
      type: "website",
      siteName: "NewsForge Pro",
      locale: LOCALES[language],
      url: `/${language}${path}`,
      images: [{ ...picture, ...PICTURE }],
    },
    twitter: { card: "summary_large_image", images: [picture] },
  };
}
