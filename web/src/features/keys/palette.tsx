"use client";

import { useQuery } from "@tanstack/react-query";
import { CornerDownLeft, History, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useDeferredValue, useId, useState } from "react";
import { flushSync } from "react-dom";
import { listConversionsOptions } from "@/api/generated/@tanstack/react-query.gen";
import { useRouter } from "@/i18n/navigation";
import { Modal } from "@/ui/modal";
import { Keys, PANEL } from "./key-list";
import type { Action } from "./provider";
import { isFound } from "./search";

const RECENT = 6;

type Item = { id: string; label: string; hint?: string; keys?: string; run: () => void };

/** Everything that can be done here, and the conversions by their title, under one search. */
export function Palette({ actions, onClose }: { actions: readonly Action[]; onClose: () => void }) {
  const t = useTranslations("keys");
  const id = useId();
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const recent = useRecent(useDeferredValue(asked.trim()));
  const items: Item[] = [
    ...actions
      .filter((each) => isFound(asked, `${each.label} ${t(`groups.${each.group}`)}`))
      .map((each) => ({ ...each, hint: t(`groups.${each.group}`) })),
    ...recent,
  ];
  const current = Math.min(at, items.length - 1);
  const choose = (item: Item | undefined) => {
    if (!item) return;
    // What is done may set the focus, which nothing takes while the palette is open.
    flushSync(onClose);
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      return choose(items[current]);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !items.length) return;
    event.preventDefault();
    const next = (current + step + items.length) % items.length;
    setAt(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <Modal label={t("palette")} onClose={onClose} closesOutside className={`mt-[12dvh] mb-auto ${PANEL}`}>
      <div className="flex items-center gap-2.5 border-border border-b px-4">
        <Search size={17} aria-hidden className="text-muted" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={items.length ? `${id}-${current}` : undefined}
          aria-label={t("palette")}
          placeholder={t("palettePlaceholder")}
          value={asked}
          onChange={(event) => {
            setAsked(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-13 w-full bg-transparent outline-none placeholder:text-muted"
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t("palette")} className="max-h-[50dvh] overflow-y-auto p-1.5">
        {items.map((item, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus, and its keys choose
          // biome-ignore lint/a11y/useFocusableInteractive: so does aria-activedescendant
          <div
            key={item.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === current}
            onMouseMove={() => setAt(place)}
            onClick={() => choose(item)}
            className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm aria-selected:bg-default"
          >
            {item.hint ? null : <History size={15} aria-hidden className="shrink-0 text-muted" />}
            <span className="min-w-0 flex-1 truncate">{item.label}</span>
            {item.hint ? <span className="text-muted text-xs">{item.hint}</span> : null}
            {item.keys ? <Keys keys={item.keys} /> : null}
            {place === current ? <CornerDownLeft size={14} aria-hidden className="text-muted" /> : null}
          </div>
        ))}
      </div>
      {items.length ? null : (
        <p role="status" className="px-4 pb-5 text-center text-muted text-sm">
          {t("nothing")}
        </p>
      )}
    </Modal>
  );
}

function useRecent(asked: string): Item[] {
  const t = useTranslations("keys");
  const router = useRouter();
  const { data } = useQuery({
    ...listConversionsOptions({ query: { limit: RECENT, ...(asked ? { q: asked } : {}) } }),
    placeholderData: (before) => before,
  });
  return (data?.items ?? []).map((each) => ({
    id: each.id,
    label: each.title || each.source.url || each.source.name || t("untitled"),
    run: () => router.push(`/app/conversions/${each.id}`),
  }));
}
