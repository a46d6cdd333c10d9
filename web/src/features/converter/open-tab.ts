/** Which post somebody was at: a reload, another language or a look elsewhere does not send them back to the first. */
const KEY = "newsforge-open-tab";

type OpenTab = { conversionId: string; postId: string };

export function keptTab(conversionId: string): string {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as OpenTab | null;
    return kept?.conversionId === conversionId ? kept.postId : "";
  } catch {
    return "";
  }
}

export function keepTab(conversionId: string, postId: string): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ conversionId, postId } satisfies OpenTab));
  } catch {
    // Then the first one is shown.
  }
}
