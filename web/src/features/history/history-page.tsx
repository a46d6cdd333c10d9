"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useMay } from "@/api/me";
import { Link, usePathname, useRouter } from "@/i18n/navigation";
import { Empty } from "@/ui/empty";
import { ProblemNotice } from "@/ui/problem-notice";
import { RowsSkeleton } from "@/ui/skeleton";
import { convertAgain } from "./copy";
import { FilterBar } from "./filter-bar";
import { type Filters, filtersOf, isFiltered, NO_FILTERS, queryOf } from "./filters";
import { HistoryRow } from "./row";
import { UndoBar } from "./undo-bar";
import { useHistory, useRemovals } from "./use-history";

/** `query`: what the address said when the page was opened. */
export function HistoryPage({ query }: { query: string }) {
  const t = useTranslations("history");
  const [filters, change] = useFilters(query);
  const history = useHistory(filters);
  const removals = useRemovals();
  const router = useRouter();
  const mayWrite = useMay("conversions:write") ?? false;
  const copy = useMutation({
    mutationFn: convertAgain,
    onSuccess: (made) => made && router.push(`/app/conversions/${made.id}`),
  });
  const shown = history.items.filter(({ id }) => !removals.removed.has(id));
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 pt-8 pb-20">
      <h1 className="font-bold text-2xl tracking-tight">{t("heading")}</h1>
      <FilterBar filters={filters} onChange={change} />
      <ProblemNotice error={removals.error} />
      <ProblemNotice error={copy.error} />
      {copy.data === null ? (
        <p role="alert" className="text-sm text-warn">
          {t("nothingToCopy")}
        </p>
      ) : null}
      {history.isPending ? <RowsSkeleton rows={8} className="h-[4.4rem]" /> : null}
      {history.isError && !history.items.length ? (
        <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />
      ) : null}
      {history.isSuccess && !shown.length && !history.hasNextPage ? (
        <Nothing isFiltered={isFiltered(filters)} onClear={() => change(NO_FILTERS)} />
      ) : null}
      {shown.length ? (
        <ul
          aria-label={t("heading")}
          aria-busy={history.isPlaceholderData}
          className="overflow-hidden rounded-2xl border border-border bg-surface"
        >
          {shown.map((each) => (
            <HistoryRow
              key={each.id}
              conversion={each}
              mayWrite={mayWrite}
              isCopying={copy.isPending && copy.variables === each.id}
              onCopy={() => copy.mutate(each.id)}
              onRemove={() => removals.remove(each.id)}
            />
          ))}
        </ul>
      ) : null}
      <More history={history} />
      <UndoBar waiting={removals.waiting} onUndo={removals.undo} />
    </div>
  );
}

function useFilters(query: string): [Filters, (next: Filters) => void] {
  const path = usePathname();
  const [text, setText] = useState(query);
  const filters = useMemo(() => filtersOf(new URLSearchParams(text)), [text]);
  const change = useCallback((next: Filters) => {
    const said = queryOf(next);
    setText(said);
    // The list is asked for here: the server has nothing to add, so only the address changes.
    window.history.replaceState(window.history.state, "", window.location.pathname + said);
  }, []);
  useEffect(() => {
    if (path.endsWith("/history")) setText(window.location.search);
  }, [path]);
  return [filters, change];
}

function Nothing({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const t = useTranslations("history");
  if (!isFiltered) {
    return (
      <Empty heading={t("empty")} text={t("emptyText")}>
        <Link
          href="/app"
          className="inline-flex h-9 items-center rounded-lg bg-accent px-4 font-semibold text-accent-foreground text-sm hover:bg-[var(--accent-hover)]"
        >
          {t("start")}
        </Link>
      </Empty>
    );
  }
  return (
    <Empty heading={t("noMatch")} text={t("noMatchText")}>
      <button
        type="button"
        onClick={onClear}
        className="min-h-6 font-medium text-accent-text text-sm underline underline-offset-4"
      >
        {t("clear")}
      </button>
    </Empty>
  );
}

/** The next rows come as the end is neared; a button says so, and works where the watching does not. */
function More({ history }: { history: ReturnType<typeof useHistory> }) {
  const t = useTranslations("history");
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = history;
  useEffect(() => {
    if (!hasNextPage || isFetchingNextPage || isFetchNextPageError || !end.current) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      rootMargin: "400px",
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={end} className="flex flex-col items-center gap-3">
      {isFetchNextPageError ? <ProblemNotice error={error} /> : null}
      <button
        type="button"
        disabled={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
        className="h-9 rounded-lg border border-border px-4 text-sm hover:bg-default disabled:opacity-60"
      >
        {t(isFetchingNextPage ? "loadingMore" : "loadMore")}
      </button>
    </div>
  );
}
