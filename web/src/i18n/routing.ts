import { defineRouting } from "next-intl/routing";
import { LANGUAGES } from "./languages";

export type { Language } from "./languages";

/** Addresses always name the language: with "as-needed" the standalone server redirects in a circle. */
export const routing = defineRouting({
  locales: LANGUAGES,
  defaultLocale: "ko",
  localePrefix: "always",
  localeDetection: false,
  // Each page names its other languages itself, by the address that the operator gave.
  alternateLinks: false,
});
