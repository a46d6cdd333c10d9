import { useEffect, useState, useSyncExternalStore } from "react";

/** Which post somebody was at: a reload, another language or a look elsewhere does not send them back to the first. */
const KEY = "newsforge-open-tab";

export function keptTab(conversionId: string): string {
  try {
    const [conversion, post] = (sessionStorage.getItem(KEY) ?? "").split(" ");
    return (conversion === conversionId && post) || "";
  } catch {
    return "";
  }
}

export function keepTab(conversionId: string, postId: string): void {
  try {
    sessionStorage.setItem(KEY, `${conversionId} ${postId}`);
  } catch {
    // Then the first one is shown.
  }
}

const never = () => () => undefined;

declare global {
  interface Window {
    /** The id of the tab that was pressed before scripts ran. */
    newsforgePressedTab?: string;
  }
}

/** Stands in a page that the server made: a tab that is pressed before the page's scripts run is not lost. */
export const PRESSED_EARLY = `addEventListener("click",function(e){var t=e.target.closest&&e.target.closest("[role=tab]");if(t)window.newsforgePressedTab=t.id},true)`;

/** The server does not know it: a page that it made turns to the kept post as soon as its scripts run. */
export function useOpenTab(
  conversionId: string,
  postOfTab: (tab: string) => string | undefined,
): [string, (postId: string) => void] {
  const kept = useSyncExternalStore(
    never,
    () => keptTab(conversionId),
    () => "",
  );
  const [chosen, setChosen] = useState("");
  const choose = (postId: string) => {
    setChosen(postId);
    keepTab(conversionId, postId);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when scripts run
  useEffect(() => {
    const pressed = postOfTab(window.newsforgePressedTab ?? "");
    if (pressed) choose(pressed);
  }, []);
  return [chosen || kept, choose];
}
