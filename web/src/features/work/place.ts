export const PLACES = [
  ["/app", "convert"],
  ["/app/history", "history"],
  ["/app/developers", "developers"],
  ["/app/settings", "settings"],
] as const;

/** Which place a page belongs to: a conversion is a page of the converter, every settings page one of the settings. */
export function placeOf(path: string): (typeof PLACES)[number][0] {
  const inner = PLACES.slice(1).find(([href]) => path === href || path.startsWith(`${href}/`));
  return inner ? inner[0] : "/app";
}
