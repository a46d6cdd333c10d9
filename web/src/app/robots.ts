import type { MetadataRoute } from "next";
import { publicOrigin } from "@/features/site/origin";
import { routing } from "@/i18n/routing";

export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", ...routing.locales.map((each) => `/${each}/app`)] },
    sitemap: `${(await publicOrigin()).origin}/sitemap.xml`,
  };
}
