const KEY = "newsforge-invitation";
/** As long as the way by another letter (a new password) may take. */
const KEPT_FOR_MS = 7_200_000;

/**
 * An invitation that was opened here and neither accepted nor put aside. It waits in this browser, not in an address:
 * so it outlasts a reload, another language, and the tab that the letter with a new password opens, and no server's log
 * gets to see it. It is worth something only to whoever signs in with the address that was invited.
 */
export function keptInvitation(): string | null {
  try {
    const [until = "", token = ""] = (localStorage.getItem(KEY) ?? "").split(" ");
    return Number(until) > Date.now() && token ? token : null;
  } catch {
    return null;
  }
}

export function keepInvitation(token: string): void {
  try {
    localStorage.setItem(KEY, `${Date.now() + KEPT_FOR_MS} ${token}`);
  } catch {
    // Then it goes along in the address: see `wayToInvitation`.
  }
}

export function dropInvitation(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** The path that a sign-in goes on to. */
export function wayToInvitation(language: string, token: string): string {
  return `/${language}/invitation${keptInvitation() === token ? "" : `#token=${token}`}`;
}
