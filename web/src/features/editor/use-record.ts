"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listPlatformsOptions } from "@/api/generated/@tanstack/react-query.gen";
import type { PlatformRecord } from "@/features/platforms/record";

/** The platform's rules. They change with the service, not while a page is open. */
export function useRecord(platformId: string): { record: PlatformRecord | null; error: unknown; retry(): void } {
  const { data, error, refetch } = useQuery({ ...listPlatformsOptions(), staleTime: Number.POSITIVE_INFINITY });
  const record = useMemo(
    () => (data?.items as PlatformRecord[] | undefined)?.find(({ id }) => id === platformId) ?? null,
    [data, platformId],
  );
  return { record, error, retry: () => void refetch() };
}
