import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import { type Language, routing } from "./routing";

/** What every page and layout below `[locale]` receives. */
export type PageProps = { params: Promise<{ locale: string }> };

/** The language of a page, told to everything that is rendered for it; an unknown one is a page that does not exist. */
export async function languageOf(params: PageProps["params"]): Promise<Language> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return locale;
}
