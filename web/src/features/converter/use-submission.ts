import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { getConversionQueryKey } from "@/api/generated/@tanstack/react-query.gen";
import { asProblem } from "@/api/problem";
import { useRouter } from "@/i18n/navigation";
import type { Choices } from "./choices";
import { type Draft, keepDraft, NO_DRAFT } from "./draft";
import type { Source } from "./source";
import { newKey, submit } from "./submit";

type Order = { source: Source; choices: Choices; draft: Draft; onSent: (file: File) => void };

/**
 * Send what is in the input. One source leads to its conversion; several files become a conversion each, one after
 * another, and lead to the history. `onSent` takes a file out of the list as soon as it is accepted: what is left after
 * a refusal is what was not sent.
 */
export function useSubmission({ source, choices, draft, onSent }: Order) {
  const router = useRouter();
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const [turn, setTurn] = useState({ place: 1, count: 1 });
  // The same order has the same key, however often it is sent: it is then converted once.
  const keys = useRef(new Map<string, string>());
  const send = (one: Source) => {
    const file = one.kind === "file" ? one.file : null;
    const order = JSON.stringify([draft, choices, file && [file.name, file.size, file.lastModified]]);
    const key = keys.current.get(order) ?? newKey();
    keys.current.set(order, key);
    setShare(0);
    return submit({ source: one, choices, instruction: draft.instruction, key, onProgress: setShare });
  };
  const conversion = useMutation({
    mutationFn: async () => {
      if (source.kind !== "files") {
        setTurn({ place: 1, count: 1 });
        return send(source);
      }
      for (const [index, file] of source.files.entries()) {
        setTurn({ place: index + 1, count: source.files.length });
        await send({ kind: "file", file });
        if (index < source.files.length - 1) onSent(file);
      }
      return null;
    },
    onSuccess: (made) => {
      keepDraft(NO_DRAFT);
      if (!made) return router.push("/app/history");
      client.setQueryData(getConversionQueryKey({ path: { conversion_id: made.id } }), made);
      router.push(`/app/conversions/${made.id}`);
    },
    onError: (error) => {
      // A key made a conversion that was deleted since: the next try is an order of its own.
      if (asProblem(error).code.startsWith("idempotency_key")) keys.current.clear();
    },
  });
  return { conversion, share, ...turn, isBusy: conversion.isPending || conversion.isSuccess };
}
