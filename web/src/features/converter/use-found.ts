import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { getConversionQueryKey, listPlatformsQueryKey } from "@/api/generated/@tanstack/react-query.gen";
import type { FoundConversion } from "@/api/server";
import { chosenWorkspace } from "@/api/workspace";

/** How long what came with the page counts as of now. */
export const FRESH_MS = 10_000;

/** When the page was asked for, by this computer's clock: what came with it is as old as that. */
export const pageAskedAt = () => performance.timeOrigin;

/**
 * Put what came with the page where the queries look for it, so that the first picture is the page itself. What the
 * router keeps of a page that was left long ago is not used; a conversion of another workspace than this tab's is not
 * shown further, and asked for anew.
 */
export function useFound(id: string, found: FoundConversion | null): void {
  const client = useQueryClient();
  const key = getConversionQueryKey({ path: { conversion_id: id } });
  const [used] = useState(() => {
    if (found === null || (typeof window !== "undefined" && performance.now() > FRESH_MS)) return null;
    const put = (where: readonly unknown[], what: unknown) => {
      if (what && client.getQueryData(where) === undefined) {
        client.setQueryData(where, what, { updatedAt: pageAskedAt() });
      }
    };
    put(key, found.conversion);
    put(listPlatformsQueryKey(), found.platforms);
    return found;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the browser can say which workspace it is in
  useEffect(() => {
    if (used && chosenWorkspace() !== used.workspace) void client.resetQueries({ queryKey: key });
  }, []);
}
