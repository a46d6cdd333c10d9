import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { chosenWorkspace } from "./workspace";

/** What the server found for a page, in the workspace that the browser had chosen last (null: the personal one). */
export type Found<T> = T & { workspace: string | null };

/** A query's key and its answer; null: not found, so the browser asks. */
export type Answer = readonly [key: readonly unknown[], data: unknown];

/** How long what came with the page counts as of now. */
export const FRESH_MS = 10_000;

/** When the page was asked for, by this computer's clock: what came with it is as old as that. */
export const pageAskedAt = () => performance.timeOrigin;

/**
 * Put what came with the page where the queries look for it, so that the first picture is the page itself. What the
 * router keeps of a page that was left long ago is not used; what is of another workspace than this tab's is not shown
 * further, and asked for anew.
 */
export function useFound(client: QueryClient, workspace: string | null, answers: readonly Answer[]): void {
  const [used] = useState(() => {
    if (typeof window !== "undefined" && performance.now() > FRESH_MS) return [];
    const news = answers.filter(([key, data]) => data !== null && client.getQueryData(key) === undefined);
    for (const [key, data] of news) client.setQueryData(key, data, { updatedAt: pageAskedAt() });
    return news;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the browser can say which workspace it is in
  useEffect(() => {
    if (chosenWorkspace() === workspace) return;
    for (const [queryKey] of used) void client.resetQueries({ queryKey });
  }, []);
}
