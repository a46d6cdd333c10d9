/** A half-open range of UTF-16 indices, as `slice` takes it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Those of `spans` that begin in none of `taken`; both are in order and apart. */
export function outside<S extends Span>(spans: readonly S[], taken: readonly Span[]): S[] {
  if (taken.length === 0) return [...spans];
  const kept: S[] = [];
  let next = 0;
  for (const span of spans) {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    const near = taken[next];
    if (near === undefined || span.start < near.start) kept.push(span);
  }
  return kept;
}

/** The last results of a pure function of a text: a post is measured, judged and shown in one go. */
export function remembered<T>(compute: (text: string) => T, most = 64): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = compute(text);
    if (known.size >= most) known.delete(known.keys().next().value as string);
    known.set(text, made);
    return made;
  };
}
