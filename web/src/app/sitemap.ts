import type { MetadataRoute } from "next";
import { publicOrigin } from "@/features/site/origin";
import { routing } from "@/i18n/routing";

const PAGES = ["", "/pricing"];

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = (await publicOrigin()).origin;
  const address = (language: string, page: string) => `${origin}/${language}${page}`;
  return PAGES.flatMap((page) =>
    routing.locales.map((language) => ({
      url: address(language, page),
      alternates: { languages: Object.fromEntries(routing.locales.map((each) => [each, address(each, page)])) },
    })),
  );
}
