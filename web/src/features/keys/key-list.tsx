"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Modal } from "@/ui/modal";
import { useModKey } from "./mod-key";
import type { Action, Group } from "./provider";

/** How wide a panel of keys is. */
export const PANEL = "w-[min(40rem,calc(100vw-2rem))] p-0";

const GROUPS: readonly Group[] = ["go", "platform", "post", "conversion"];

/** Every key that does something on this page. */
export function KeyList({ actions, onClose }: { actions: readonly Action[]; onClose: () => void }) {
  const t = useTranslations("keys");
  const always = [
    { id: "palette", label: t("openPalette"), keys: "mod+k" },
    { id: "list", label: t("openList"), keys: "?" },
    { id: "pin", label: t("pin"), keys: "Enter" },
    { id: "unpin", label: t("unpin"), keys: "Esc" },
  ];
  return (
    <Modal label={t("heading")} onClose={onClose} closesOutside className={PANEL}>
      <div className="flex items-center justify-between border-border border-b px-5 py-3">
        <h2 className="font-semibold">{t("heading")}</h2>
        <form method="dialog">
          <button
            type="submit"
            aria-label={t("close")}
            className="grid size-8 place-items-center rounded-lg hover:bg-default"
          >
            <X size={16} aria-hidden />
          </button>
        </form>
      </div>
      <div className="grid max-h-[70dvh] gap-x-10 gap-y-5 overflow-y-auto px-5 py-4 sm:grid-cols-2">
        <Section heading={t("groups.always")} actions={always} />
        {GROUPS.map((group) => {
          const own: Listed[] = actions.filter((each) => each.group === group && each.keys);
          // The browser's own, in the text that is typed into.
          const listed =
            group === "post" && own.length ? [...own, { id: "undo", label: t("undo"), keys: "mod+z" }] : own;
          return listed.length ? <Section key={group} heading={t(`groups.${group}`)} actions={listed} /> : null;
        })}
      </div>
    </Modal>
  );
}

type Listed = { id: string; label: string; keys?: string };

function Section({ heading, actions }: { heading: string; actions: readonly Listed[] }) {
  return (
    <section>
      <h3 className="mb-1.5 text-muted text-xs">{heading}</h3>
      <dl className="flex flex-col">
        {actions.map(({ id, label, keys }) => (
          <div key={id} className="flex min-h-8 items-center justify-between gap-3 text-sm">
            <dt className="min-w-0 truncate">{label}</dt>
            <dd>
              <Keys keys={keys ?? ""} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Keys({ keys }: { keys: string }) {
  const mod = useModKey();
  return (
    <span className="flex gap-1">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className="grid h-6 min-w-6 place-items-center rounded-md border border-border bg-default px-1.5 font-sans text-xs"
        >
          {key.startsWith("mod+") ? `${mod}${key.slice(4).toUpperCase()}` : key.length === 1 ? key.toUpperCase() : key}
        </kbd>
      ))}
    </span>
  );
}
