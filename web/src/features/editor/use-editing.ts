"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PostOut } from "@/api/generated";
import { type Measure, measurePost } from "@/features/platforms/measure";
import type { PlatformRecord, PostText } from "@/features/platforms/record";
import type { Thread } from "@/features/platforms/thread/furniture";
import { loadCharset, type OutsideCharset, type Violation, violationsOf } from "@/features/platforms/violations";
import { type Draft, isSameDraft, mergeDrafts, type TextField } from "./draft";
import type { LiveTextHandle } from "./live-text";
import { type Place, type Placing, placeReceipts } from "./placing";
import type { Saver } from "./saver";
import type { Saving } from "./saving";
import { retag, tagsIn } from "./tags";
import { useChecked } from "./use-checked";
import { useSaving } from "./use-saving";

export interface Undo {
  readonly label: string;
  take(): void;
  /** It was taken back already, by the keys too, or somebody has typed on in the same place: that would go as well. */
  isGone(): boolean;
}

export interface Editing {
  readonly record: PlatformRecord;
  readonly saver: Saver;
  readonly saving: Saving;
  readonly draft: Draft;
  /** The post that the shown receipts are of. */
  readonly checked: PostOut;
  readonly isChecking: boolean;
  readonly measures: readonly Measure[];
  readonly violations: readonly Violation[];
  readonly thread: Thread;
  /** Rises when the parts are other parts, so that each gets a writing area of its own. */
  readonly structure: number;
  readonly undo: Undo | null;
  textOf(place: Place): string;
  placingOf(place: Place): Placing;
  setText(place: Place, text: string): void;
  setTags(tags: string[]): void;
  restructure(parts: string[], label: string, focus?: number): void;
  offerUndo(undo: Undo | null): void;
  offerTextUndo(label: string, before: Draft): void;
  setComposing(isComposing: boolean): void;
  handleOf(place: Place): LiveTextHandle | null;
  register(place: Place, handle: LiveTextHandle | null): void;
}

export function useEditing(
  post: PostOut,
  record: PlatformRecord,
  active: boolean,
  onChanged: (post: PostOut) => void,
): Editing {
  const [saver, saving] = useSaving(post, active, onChanged);
  const { draft, base } = saving;
  const [isComposing, setComposing] = useState(false);
  const { post: checked, isChecking } = useChecked(base, draft, isComposing || base.is_being_rewritten);
  const [structure, setStructure] = useState(0);
  const [undo, offerUndo] = useState<Undo | null>(null);
  const handles = useRef(new Map<Place, LiveTextHandle>());
  const focusNext = useRef<number | null>(null);
  const text = useMemo(() => postTextOf(draft, base), [draft, base]);
  const measures = useMemo(() => measurePost(text, record), [text, record]);
  const outside = useCharset(record);
  const violations = useMemo(() => violationsOf(text, record, outside, measures), [text, record, outside, measures]);

  const textOf = useCallback((place: Place) => textAt(draft, place), [draft]);
  const placings = useMemo(() => {
    const places: Place[] = [...draft.parts.keys(), "title", "subject", "preheader"];
    const of = (place: Place) =>
      placeReceipts(checked.receipts, place, checkedText(checked, place), textAt(draft, place));
    return new Map(places.map((place) => [place, of(place)]));
  }, [draft, checked]);

  const setText = (place: Place, value: string) => {
    const now = saver.now().draft;
    if (typeof place !== "number") return saver.type({ ...now, [place as TextField]: value });
    const parts = now.parts.map((part, at) => (at === place ? value : part));
    const areTagsInText = record.hashtags.placement === "end" && (now.hashtags.length > 0 || base.hashtags.length > 0);
    saver.type({ ...now, parts, hashtags: areTagsInText ? tagsIn(parts) : now.hashtags });
  };

  const setTags = (hashtags: string[]) => {
    const now = saver.now().draft;
    const isInText = record.hashtags.placement === "end";
    saver.type({ ...now, hashtags, parts: isInText ? retag(now.parts, now.hashtags, hashtags) : now.parts });
  };

  /** Takes one change back and leaves what was typed after it. */
  const offerTextUndo = (label: string, before: Draft, isStructure = false) => {
    const after = saver.now().draft;
    const undone = () => mergeDrafts(after, saver.now().draft, before);
    const take = () => {
      saver.type(undone().draft);
      if (isStructure) setStructure((count) => count + 1);
      offerUndo(null);
    };
    offerUndo({ label, take, isGone: () => isSameDraft(saver.now().draft, before) || undone().clashes });
  };

  const restructure = (parts: string[], label: string, focus?: number) => {
    const before = saver.now().draft;
    saver.type({ ...before, parts });
    setStructure((count) => count + 1);
    focusNext.current = focus ?? null;
    offerTextUndo(label, before, true);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: whether it can still be taken back changes with the text
  useEffect(() => {
    if (undo?.isGone()) offerUndo(null);
  }, [draft, undo]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the new writing areas are there when `structure` has risen
  useEffect(() => {
    if (focusNext.current !== null) handles.current.get(focusNext.current)?.focus(0);
    focusNext.current = null;
  }, [structure]);

  const register = useCallback((place: Place, handle: LiveTextHandle | null) => {
    if (handle) handles.current.set(place, handle);
    else handles.current.delete(place);
  }, []);

  return {
    record,
    saver,
    saving,
    draft,
    checked,
    isChecking,
    measures,
    violations,
    thread: { parts: draft.parts, hashtags: draft.hashtags, link: base.link, disclosure: base.disclosure },
    structure,
    undo,
    textOf,
    placingOf: (place) => placings.get(place) ?? { placed: [], stale: [] },
    setText,
    setTags,
    restructure,
    offerUndo,
    offerTextUndo,
    setComposing,
    handleOf: (place) => handles.current.get(place) ?? null,
    register,
  };
}

function postTextOf(draft: Draft, base: PostOut): PostText {
  const { title, subject, preheader, hashtags } = draft;
  const fields = { title, subject, preheader, html: base.fields.html };
  return { parts: draft.parts.map((part) => ({ text: part })), fields, hashtags, link: base.link };
}

function textAt(draft: Draft, place: Place): string {
  return typeof place === "number" ? (draft.parts[place] ?? "") : (draft[place as TextField] ?? "");
}

function checkedText(post: PostOut, place: Place): string {
  return typeof place === "number" ? (post.parts[place]?.text ?? "") : (post.fields[place as TextField] ?? "");
}

function useCharset(record: PlatformRecord): OutsideCharset | null {
  const [outside, setOutside] = useState<OutsideCharset | null>(null);
  useEffect(() => {
    let isHere = true;
    void loadCharset(record).then((found) => isHere && setOutside(() => found));
    return () => {
      isHere = false;
    };
  }, [record]);
  return outside;
}
