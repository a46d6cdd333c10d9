import { chooseWorkspace } from "@/api/workspace";
import { dropInvitation } from "@/features/entry/kept-invitation";

/**
 * Leave for good: a whole load, and nothing kept in this tab for the next person at it. `next` is where they go once
 * they have signed in.
 */
export function leaveToSignIn(language: string, next?: string): void {
  chooseWorkspace(null);
  if (!next) dropInvitation();
  try {
    sessionStorage.clear();
  } catch {
    // It kept nothing.
  }
  window.location.assign(`/${language}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ""}`);
}
