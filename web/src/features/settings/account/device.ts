const BROWSERS = [
  [/Edg(?:e|A|iOS)?\/\d/, "Edge"],
  [/Whale\/\d/, "Whale"],
  [/SamsungBrowser\/\d/, "Samsung Internet"],
  [/OPR\/\d/, "Opera"],
  [/(?:Firefox|FxiOS)\/\d/, "Firefox"],
  [/(?:Chrome|CriOS)\/\d/, "Chrome"],
  [/Version\/\d.*Safari\//, "Safari"],
  [/^curl\//, "curl"],
  [/^(?:python-|Python)/, "Python"],
] as const;

const SYSTEMS = [
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows NT/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux/, "Linux"],
] as const;

/** What a person would call the device; the first words of what it says of itself where that is not known. */
export function deviceOf(userAgent: string): string {
  const find = (names: readonly (readonly [RegExp, string])[]) => names.find(([sign]) => sign.test(userAgent))?.[1];
  const names = [find(BROWSERS), find(SYSTEMS)].filter(Boolean);
  return names.length ? names.join(" · ") : userAgent.slice(0, 40);
}
