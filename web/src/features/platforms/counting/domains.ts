import { ACCENTED, TURKISH } from "./characters";
import { TLDS } from "./tables/domains";

interface Branch {
  ends: boolean;
  readonly letters: Map<string, Branch>;
}

const NAMES: ReadonlySet<string> = new Set(TLDS.split(" "));

export function isTopLevel(name: string): boolean {
  return NAMES.has(name);
}

function grown(): Branch {
  const root: Branch = { ends: false, letters: new Map() };
  for (const name of NAMES) {
    let branch = root;
    for (const letter of name) {
      const next = branch.letters.get(letter) ?? { ends: false, letters: new Map() };
      branch.letters.set(letter, next);
      branch = next;
    }
    branch.ends = true;
  }
  return root;
}

function alternatives(branch: Branch): string {
  const options = [...branch.letters].map(
    ([letter, rest]) => (letter === "i" ? `[i${TURKISH}]` : letter) + alternatives(rest),
  );
  if (options.length === 0) return "";
  return `(?:${options.join("|")})${branch.ends ? "?" : ""}`;
}

let pattern: string | null = null;

/** The pattern of a top-level domain, for the flags `iu`: a tree of letters, the longest name first. */
export function topLevelPattern(): string {
  pattern ??= `(?:${alternatives(grown())}(?=[^0-9a-zA-Z${TURKISH}@+\\-]|$)|xn--[\\-0-9a-z${TURKISH}]+)`;
  return pattern;
}

/** A name of Latin letters inside a longer word: of `뉴스1.kr` only `1.kr` is a link. */
export function latinDomainPattern(): string {
  return `[\\-a-z0-9${ACCENTED}]+(?:\\.[\\-a-z0-9${ACCENTED}]+)*\\.${topLevelPattern()}`;
}
