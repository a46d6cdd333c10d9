/** The API counts in code points, JavaScript in UTF-16 units; between them stands every emoji. */

/** For one text: the UTF-16 index of a code point. Past the end is the end, before the start the start. */
export function unitsOf(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (codePoint) => clamp(codePoint, text.length);
  const starts: number[] = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  starts.push(unit);
  return (codePoint) => starts[clamp(codePoint, starts.length - 1)] ?? text.length;
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}
