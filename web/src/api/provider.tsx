"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { setUpClient } from "./browser";
import { useFound } from "./found";
import { getMeQueryKey } from "./generated/@tanstack/react-query.gen";
import { ApiProblem } from "./problem";
import type { FoundVisitor } from "./server";

const TRIES = 3;

/** Tries again what may succeed later: no answer at all, or a server that says so. Never what was refused. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= TRIES) return false;
  return error instanceof ApiProblem ? error.status === 0 || error.status >= 502 : true;
}

/** `visitor`: who the server knows to have asked for the page. */
export function ApiProvider({ visitor = null, children }: { visitor?: FoundVisitor | null; children: ReactNode }) {
  // Before anything is found or asked for: a query's key names the service's address.
  if (typeof window !== "undefined") setUpClient();
  const [client] = useState(
    () =>
      new QueryClient({
        queryCache: new QueryCache(),
        mutationCache: new MutationCache(),
        defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 15_000 }, mutations: { retry: false } },
      }),
  );
  useFound(client, visitor?.workspace ?? null, [[getMeQueryKey(), visitor?.me ?? null]]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
