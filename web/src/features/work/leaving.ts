import { chooseWorkspace } from "@/api/workspace";

/** Leave for good: a whole load, and nothing kept in this tab for the next person at it. */
export function leaveToSignIn(language: string): void {
  chooseWorkspace(null);
  try {
    sessionStorage.clear();
  } catch {
    // It kept nothing.
  }
  window.location.assign(`/${language}/sign-in`);
}
