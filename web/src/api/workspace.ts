const KEY = "newsforge-workspace";

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
  } catch {
    // A browser that keeps nothing works in the personal workspace.
  }
}
