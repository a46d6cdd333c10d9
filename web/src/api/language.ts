/** The language that the page is written in. */
export function pageLanguage(): string {
  return document.documentElement.lang || "ko";
}
