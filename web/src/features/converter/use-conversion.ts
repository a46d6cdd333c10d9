"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { FRESH_MS, pageAskedAt } from "@/api/found";
import { type ConversionOut, getConversion, type PostOut } from "@/api/generated";
import { getConversionOptions } from "@/api/generated/@tanstack/react-query.gen";
import type { ApiProblem } from "@/api/problem";
import {
  isMissing,
  isSettled,
  NEW_TRACK,
  patch,
  receive,
  type StreamEvent,
  skipMissing,
  type Track,
  withoutWaiting,
  withPost,
} from "./progress";
import { type Connection, followConversion } from "./stream";

export type Followed = {
  conversion: ConversionOut | undefined;
  problem: ApiProblem | null;
  track: Track;
  connection: Connection;
  refresh: () => Promise<unknown>;
  /** Put a post that was changed here into the conversion. */
  putPost: (post: PostOut) => void;
  put: (conversion: ConversionOut) => void;
};

/** A conversion as it happens: what the API says of it once, and every event since. */
export function useConversion(id: string): Followed {
  const client = useQueryClient();
  const options = getConversionOptions({ path: { conversion_id: id } });
  // While it is followed, an answer that was read before the latest event must not undo it.
  const query = useQuery({
    ...options,
    staleTime: ({ state }) => (state.dataUpdatedAt === pageAskedAt() ? FRESH_MS : 0),
    refetchOnWindowFocus: ({ state }) => state.data === undefined || isSettled(state.data),
    refetchOnReconnect: ({ state }) => state.data === undefined || isSettled(state.data),
  });
  const conversion = query.data;
  const [track, setTrack] = useState(NEW_TRACK);
  const [connection, setConnection] = useState<Connection>("connecting");
  const known = useRef({ id, track: NEW_TRACK, askedFrom: -1 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says it all, and is made anew at every render
  const change = useCallback(
    (turn: (now: ConversionOut) => ConversionOut) =>
      client.setQueryData<ConversionOut>(options.queryKey, (now) => now && turn(now)),
    [client, id],
  );
  const { refetch } = query;
  const isFollowed = conversion !== undefined && !isSettled(conversion);

  useEffect(() => {
    if (!isFollowed) return;
    if (known.current.id !== id) known.current = { id, track: NEW_TRACK, askedFrom: -1 };
    const leaving = new AbortController();
    const keep = (next: Track) => {
      known.current.track = next;
      setTrack(next);
    };
    // Events tell of the article, the API has it. Posts may have come meanwhile, so only the article is taken over.
    const bringArticle = async () => {
      const { data } = await getConversion({ path: { conversion_id: id }, throwOnError: true });
      change((now) => (now.article ? now : { ...now, article: data.article, title: data.title }));
    };
    const onEvents = (events: StreamEvent[]) => {
      const taken = takeIn(known.current.track, events, known.current.askedFrom);
      if (taken.applied.length) change((now) => taken.applied.reduce(patch, now));
      known.current.askedFrom = taken.hasToAskAgain ? taken.track.lastId : -1;
      keep(taken.track);
      const names = new Set(taken.applied.map((each) => each.name));
      if (["finished", "failed", "cancelled"].some((name) => names.has(name))) void refetch();
      else if (names.has("article")) bringArticle().catch(() => undefined);
      return taken.hasToAskAgain;
    };
    void followConversion({
      conversionId: id,
      lastId: () => known.current.track.lastId,
      onEvents,
      onConnection: (now) => {
        setConnection(now);
        if (now === "gone") void refetch();
      },
      poll: async () => {
        const { data, error } = await refetch();
        return !error && data !== undefined && isSettled(data);
      },
      signal: leaving.signal,
    });
    return () => leaving.abort();
  }, [id, isFollowed, change, refetch]);

  return {
    conversion,
    problem: (query.error as ApiProblem | null) ?? null,
    track,
    connection,
    refresh: refetch,
    putPost: useCallback((post) => void change((now) => withPostAsIs(now, post)), [change]),
    put: useCallback((next) => void change(() => next), [change]),
  };
}

function takeIn(track: Track, events: StreamEvent[], askedFrom: number) {
  const applied: StreamEvent[] = [];
  let now = track;
  for (const event of events) {
    const step = receive(now, event);
    now = step.track;
    applied.push(...step.applied);
  }
  if (isMissing(now) && askedFrom === now.lastId) {
    const step = skipMissing(now);
    now = step.track;
    applied.push(...step.applied);
  }
  const hasToAskAgain = isMissing(now);
  return { track: withoutWaiting(now), applied, hasToAskAgain };
}

/** An approval or a re-check changes a post without a new version, so what was answered here counts. */
function withPostAsIs(conversion: ConversionOut, post: PostOut): ConversionOut {
  const known = conversion.posts.find((each) => each.id === post.id);
  if (known && known.version > post.version) return withPost(conversion, post);
  return { ...conversion, posts: conversion.posts.map((each) => (each.id === post.id ? post : each)) };
}
