"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type ConversionSummary, deleteConversion, listConversions } from "@/api/generated";
import { listConversionsInfiniteQueryKey } from "@/api/generated/@tanstack/react-query.gen";
import { asProblem } from "@/api/problem";
import { askedOf, type Filters } from "./filters";
import { Removals } from "./removals";

const PAGE = 20;
const LOOK_AGAIN_MS = 4000;
/** A list that is long already is not asked for again and again. */
const PAGES_LOOKED_AT = 2;

export function useHistory(filters: Filters) {
  // The beginning of a period stays while the filters do.
  const asked = useMemo(() => askedOf(filters, Date.now()), [filters]);
  const query = useInfiniteQuery({
    queryKey: listConversionsInfiniteQueryKey({ query: { ...asked, limit: PAGE } }),
    initialPageParam: "",
    queryFn: async ({ pageParam, signal }) => {
      const page = { ...asked, limit: PAGE, cursor: pageParam || undefined };
      const { data } = await listConversions({ query: page, signal, throwOnError: true });
      return data;
    },
    getNextPageParam: (last) => last.next_cursor,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? [];
      const isMoving = pages.some(({ items }) => items.some(isUnfinished));
      return isMoving && pages.length <= PAGES_LOOKED_AT ? LOOK_AGAIN_MS : false;
    },
  });
  // A page may have moved on between two questions; nothing is shown twice.
  const items = useMemo(() => {
    const all = query.data?.pages.flatMap((page) => page.items) ?? [];
    return [...new Map(all.map((each) => [each.id, each])).values()];
  }, [query.data]);
  return { ...query, items };
}

function isUnfinished({ status }: ConversionSummary): boolean {
  return status === "queued" || status === "running";
}

/** Deleting with a way back. `removed` are those that wait or are being deleted: they are not shown. */
export function useRemovals() {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<string[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>(null);
  const send = useCallback(
    async (id: string) => {
      setGone((now) => new Set(now).add(id));
      try {
        // It has to arrive although the page is being left.
        await deleteConversion({ path: { conversion_id: id }, keepalive: true, throwOnError: true });
      } catch (failure) {
        if (asProblem(failure).status === 404) return;
        setGone((now) => new Set([...now].filter((each) => each !== id)));
        setError(failure);
      } finally {
        void client.invalidateQueries({ queryKey: [{ _id: "listConversions" }] });
      }
    },
    [client],
  );
  const [removals] = useState(() => new Removals((id) => void send(id), setWaiting));
  useEffect(() => {
    const flush = () => removals.flush();
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [removals]);
  const removed = useMemo(() => new Set([...gone, ...waiting]), [gone, waiting]);
  return {
    waiting,
    removed,
    error,
    remove: (id: string) => {
      setError(null);
      removals.add(id);
    },
    undo: (id: string) => removals.undo(id),
  };
}
