import { useState, useSyncExternalStore } from "react";

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

/** The server does not know it: a page that it made turns to the kept post as soon as its scripts run. */
export function useOpenTab(conversionId: string): [string, (postId: string) => void] {
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
  return [chosen || kept, choose];
}
