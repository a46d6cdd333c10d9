import { defineRouting } from "next-intl/routing";

/** Addresses always name the language: with "as-needed" the standalone server redirects in a circle. */
export const routing = defineRouting({
  locales: ["ko", "en", "ja"],
  defaultLocale: "ko",
  localePrefix: "always",
  localeDetection: false,
});

export type Language = (typeof routing.locales)[number];
