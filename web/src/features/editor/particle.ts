/** Behind a final consonant, and behind a vowel. */
const PAIRS = [
  ["은", "는"],
  ["이", "가"],
  ["을", "를"],
  ["과", "와"],
  ["으로", "로"],
] as const;
const FINALS = 28;
const RIEUL = 8;
/** The final consonant that a digit is read with: 1 일, 3 삼, 6 육, 7 칠, 8 팔, 0 영; as places among the finals. */
const DIGIT_FINALS = [21, RIEUL, 0, 16, 0, 0, 1, RIEUL, RIEUL, 0];

/** The particle that `rest` begins with, and the one that goes with `word`; both empty where there is none to change. */
export function particleAfter(word: string, rest: string): readonly [was: string, is: string] {
  const final = finalOf(word);
  if (final === null) return ["", ""];
  for (const [closed, open] of PAIRS) {
    const was = [closed, open].find((each) => rest.startsWith(each) && !/^[가-힣]/.test(rest.slice(each.length)));
    if (was) return [was, final === 0 || (closed === "으로" && final === RIEUL) ? open : closed];
  }
  return ["", ""];
}

/** 0 where it ends in a vowel; null where nobody can tell how its end is read. */
function finalOf(word: string): number | null {
  const last = word.at(-1) ?? "";
  if (/[0-9]/.test(last)) return DIGIT_FINALS[Number(last)] ?? null;
  return /[가-힣]/.test(last) ? (last.charCodeAt(0) - 0xac00) % FINALS : null;
}
