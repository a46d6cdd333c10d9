const KEY = "newsforge-workspace";
/** What the browser chose last, for the server that makes a page before any script runs. */
export const WORKSPACE_COOKIE = "newsforge_workspace";
const A_YEAR_S = 31_536_000;

/** The workspace that this tab works in; null is the personal one. A tab keeps its own choice until it is closed. */
export function chosenWorkspace(): string | null {
  try {
    return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function chooseWorkspace(id: string | null): void {
  try {
    for (const store of [sessionStorage, localStorage]) {
      if (id) store.setItem(KEY, id);
      else store.removeItem(KEY);
    }
    const secure = window.location.protocol === "https:" ? "; Secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = `${WORKSPACE_COOKIE}=${id ?? ""}; Path=/; SameSite=Lax; Max-Age=${id ? A_YEAR_S : 0}${secure}`;
  } catch {
    // A browser that keeps nothing works in the personal workspace.
  }
}
