"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { setUpClient } from "./browser";
import { ApiProblem } from "./problem";

const TRIES = 3;

/** Tries again what may succeed later: no answer at all, or a server that says so. Never what was refused. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= TRIES) return false;
  return error instanceof ApiProblem ? error.status === 0 || error.status >= 502 : true;
}

export function ApiProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        queryCache: new QueryCache(),
        mutationCache: new MutationCache(),
        defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 15_000 }, mutations: { retry: false } },
      }),
  );
  if (typeof window !== "undefined") setUpClient();
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
