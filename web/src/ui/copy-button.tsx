"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const SAID_MS = 2000;

/** Copies `text` and says so. Where the browser does not let it, the text stands there to be copied by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations("states");
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const later = setTimeout(() => setState("idle"), SAID_MS);
    return () => clearTimeout(later);
  }, [state]);
  return (
    <button
      type="button"
      aria-label={state === "idle" ? label : undefined}
      onClick={() =>
        Promise.resolve()
          .then(() => navigator.clipboard.writeText(text))
          .then(
            () => setState("copied"),
            () => setState("refused"),
          )
      }
      className="flex h-8 shrink-0 items-center gap-1.5 rounded-lg px-2.5 text-sm hover:bg-default"
    >
      {state === "copied" ? <Check size={15} aria-hidden className="text-good" /> : <Copy size={15} aria-hidden />}
      <span aria-live="polite">{t(state === "idle" ? "copy" : state)}</span>
    </button>
  );
}
