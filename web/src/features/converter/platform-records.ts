"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { listPlatformsOptions } from "@/api/generated/@tanstack/react-query.gen";
import { nameOf } from "@/features/platforms/presentation";
import type { PlatformRecord as Record } from "@/features/platforms/record";

/** `languages`: the only ones that the platform carries; empty: all. */
export type PlatformRecord = Record & { readonly languages: readonly string[] };

const A_DAY_MS = 86_400_000;

/** The records as the API has them; they change with a release, not while somebody works. */
export function usePlatforms() {
  const language = useLocale();
  const { data, error, refetch } = useQuery({ ...listPlatformsOptions(), staleTime: A_DAY_MS });
  return useMemo(() => {
    const records = (data?.items ?? []) as unknown as PlatformRecord[];
    const names = new Map(records.map((each) => [each.id, nameOf(each, language)]));
    return { records, nameOf: (id: string) => names.get(id) ?? id, error, refetch };
  }, [data, language, error, refetch]);
}
