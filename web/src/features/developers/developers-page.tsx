"use client";

import { ArrowUpRight, KeyRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Link } from "@/i18n/navigation";
import { CopyButton } from "@/ui/copy-button";
import { STEPS, snippet, TOOLS, type Tool } from "./snippets";

const TOOL_NAMES: Record<Tool, string> = { curl: "curl", python: "Python", javascript: "JavaScript" };

export function DevelopersPage() {
  const t = useTranslations("developers");
  const origin = useOrigin();
  const language = useLocale();
  const [tool, setTool] = useState<Tool>("curl");
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 pt-8 pb-20">
      <div>
        <h1 className="font-bold text-2xl tracking-tight">{t("heading")}</h1>
        <p className="mt-1 text-muted">{t("lead")}</p>
        <p className="mt-3 flex flex-wrap gap-2 text-sm">
          <Link href="/app/settings/keys" className={LINK}>
            <KeyRound size={16} aria-hidden />
            {t("makeKey")}
          </Link>
          <a href="/api/v1/reference" target="_blank" rel="noreferrer" className={LINK}>
            {t("reference")}
            <ArrowUpRight size={16} aria-hidden />
          </a>
          <a href="/api/v1/openapi.json" target="_blank" rel="noreferrer" className={LINK}>
            openapi.json
            <ArrowUpRight size={16} aria-hidden />
          </a>
        </p>
      </div>
      <fieldset className="flex w-fit gap-1 rounded-xl bg-default p-1 text-sm">
        <legend className="sr-only">{t("tool")}</legend>
        {TOOLS.map((each) => (
          <label
            key={each}
            className="flex h-8 cursor-pointer items-center rounded-lg px-3 has-checked:bg-surface has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-[var(--focus)]"
          >
            <input
              type="radio"
              name="tool"
              className="sr-only"
              checked={tool === each}
              onChange={() => setTool(each)}
            />
            {TOOL_NAMES[each]}
          </label>
        ))}
      </fieldset>
      <ol className="flex flex-col gap-6">
        {STEPS.map((step, index) => {
          const code = snippet(tool, step, origin, language);
          return (
            <li key={step} className="flex flex-col gap-2">
              <h2 className="font-semibold">
                {index + 1}. {t(`steps.${step}`)}
              </h2>
              <p className="text-muted text-sm">{t(`texts.${step}`)}</p>
              <div className="overflow-hidden rounded-xl border border-border bg-surface">
                <div className="flex items-center justify-between border-border border-b py-1 pr-1 pl-4">
                  <span className="text-muted text-xs">{TOOL_NAMES[tool]}</span>
                  <CopyButton text={code} label={t("copyOf", { step: t(`steps.${step}`) })} />
                </div>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so keys have to reach it */}
                <pre tabIndex={0} className="overflow-x-auto px-4 py-3 font-mono text-[13px] leading-6">
                  <code>{code}</code>
                </pre>
              </div>
            </li>
          );
        })}
      </ol>
      <section className="flex flex-col gap-2 text-sm">
        <h2 className="font-semibold text-base">{t("know")}</h2>
        <ul className="flex list-disc flex-col gap-1.5 pl-5 text-muted">
          {(["key", "once", "resume", "limits", "errors"] as const).map((each) => (
            <li key={each}>{t(`facts.${each}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const LINK = "flex h-9 items-center gap-1.5 rounded-lg border border-border px-3 hover:bg-default";

/** Where this very service is; until the page runs, any address would be a guess. */
function useOrigin(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => window.location.origin,
    () => "https://newsforge.example.com",
  );
}
