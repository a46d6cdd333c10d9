"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useRouter } from "@/i18n/navigation";
import { chordOf, isTyping, match } from "./sequence";

export type Group = "go" | "platform" | "post" | "conversion";

/** Something that can be done here and now, by a key or by its name in the palette. */
export type Action = {
  id: string;
  group: Group;
  label: string;
  run: () => void;
  /** As `sequence.ts` reads them. */
  keys?: string;
};

type Registry = { put: (owner: string, actions: readonly Action[]) => void; drop: (owner: string) => void };

const NOWHERE: Registry = { put: () => undefined, drop: () => undefined };
const RegistryContext = createContext<Registry>(NOWHERE);

const KeyList = dynamic(() => import("./key-list").then((file) => file.KeyList), { ssr: false });
const Palette = dynamic(() => import("./palette").then((file) => file.Palette), { ssr: false });

/** Two keys in a row belong together for so long. */
const SEQUENCE_MS = 1200;

/** Offer `actions` while the component is there. Keep the list stable (`useMemo`). */
export function useActions(owner: string, actions: readonly Action[]): void {
  const registry = useContext(RegistryContext);
  useEffect(() => {
    registry.put(owner, actions);
    return () => registry.drop(owner);
  }, [registry, owner, actions]);
}

export function KeysProvider({ children }: { children: ReactNode }) {
  const store = useStore();
  const [open, setOpen] = useState<"list" | "palette" | null>(null);
  const chords = useRef<{ pressed: string[]; atMs: number }>({ pressed: [], atMs: 0 });
  useActionsOfPlaces(store.registry);

  const run = useCallback(
    (chord: string, isWriting: boolean): boolean => {
      if (chord === "mod+k") {
        setOpen((now) => (now === "palette" ? null : "palette"));
        return true;
      }
      if (isWriting || chord.startsWith("mod+")) return false;
      if (chord === "?") {
        setOpen("list");
        return true;
      }
      const now = Date.now();
      const before = now - chords.current.atMs < SEQUENCE_MS ? chords.current.pressed : [];
      const found = match([...before, chord], store.all());
      const meant = found.kind === "none" && before.length ? match([chord], store.all()) : found;
      chords.current = { pressed: found.kind === "wait" ? [...before, chord] : [], atMs: now };
      if (meant.kind === "run") meant.action.run();
      return meant.kind !== "none";
    },
    [store],
  );

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const chord = event.defaultPrevented || event.isComposing ? null : chordOf(event);
      if (chord === null || (chord !== "mod+k" && document.querySelector("dialog[open]"))) return;
      if (run(chord, isTyping(event.target))) event.preventDefault();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [run]);

  return (
    <RegistryContext value={store.registry}>
      {children}
      {open === "list" ? <KeyList actions={store.all()} onClose={() => setOpen(null)} /> : null}
      {open === "palette" ? <Palette actions={store.all()} onClose={() => setOpen(null)} /> : null}
    </RegistryContext>
  );
}

function useStore() {
  const [store] = useState(() => {
    const owned = new Map<string, readonly Action[]>();
    const registry: Registry = {
      put: (owner, actions) => void owned.set(owner, actions),
      drop: (owner) => void owned.delete(owner),
    };
    return { registry, all: () => [...owned.values()].flat() };
  });
  return store;
}

function useActionsOfPlaces(registry: Registry): void {
  const t = useTranslations("keys.go");
  const router = useRouter();
  const actions = useMemo<Action[]>(
    () => [
      { id: "go-convert", group: "go", label: t("convert"), keys: "g c", run: () => router.push("/app") },
      { id: "go-history", group: "go", label: t("history"), keys: "g h", run: () => router.push("/app/history") },
      { id: "go-keys", group: "go", label: t("apiKeys"), keys: "g k", run: () => router.push("/app/settings/keys") },
      { id: "go-settings", group: "go", label: t("settings"), keys: "g s", run: () => router.push("/app/settings") },
      {
        id: "go-developers",
        group: "go",
        label: t("developers"),
        keys: "g d",
        run: () => router.push("/app/developers"),
      },
    ],
    [t, router],
  );
  useEffect(() => {
    registry.put("places", actions);
    return () => registry.drop("places");
  }, [registry, actions]);
}
