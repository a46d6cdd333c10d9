"use client";

import { ChevronDown, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { pageLanguage } from "@/api/language";
import { asProblem } from "@/api/problem";
import { sessionFetch } from "@/api/session";
import { chosenWorkspace } from "@/api/workspace";
import { MENU_ROW, Menu } from "@/ui/menu";

const FORMATS = ["txt", "md", "html", "json", "csv", "zip"] as const;
export type ExportFormat = (typeof FORMATS)[number];

type Props = { conversionId: string; hasApproved: boolean; onProblem: (error: unknown) => void };

export function ExportMenu({ conversionId, hasApproved, onProblem }: Props) {
  const t = useTranslations("converter.export");
  const [onlyApproved, setOnlyApproved] = useState(false);
  const only = onlyApproved && hasApproved ? "approved" : "all";
  return (
    <Menu
      label={t("heading")}
      face={
        <>
          <Download size={16} aria-hidden />
          <span className="max-sm:sr-only">{t("heading")}</span>
          <ChevronDown size={14} aria-hidden />
        </>
      }
    >
      {(close) => (
        <>
          <label className={`${MENU_ROW} ${hasApproved ? "" : "text-muted"}`}>
            <input
              type="checkbox"
              className="size-4"
              disabled={!hasApproved}
              checked={onlyApproved && hasApproved}
              onChange={(event) => setOnlyApproved(event.target.checked)}
            />
            {t("onlyApproved")}
          </label>
          <ul className="mt-1 border-border border-t pt-1">
            {FORMATS.map((format) => (
              <li key={format}>
                <button
                  type="button"
                  className={MENU_ROW}
                  onClick={() => {
                    close();
                    download(conversionId, format, only).catch(onProblem);
                  }}
                >
                  <span className="w-11 font-mono text-muted text-xs uppercase">{format}</span>
                  {t(format)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Menu>
  );
}

/** Through `fetch`, since a plain link can neither name the workspace nor renew the session. */
async function download(conversionId: string, format: ExportFormat, only: "all" | "approved"): Promise<void> {
  const address = new URL(`/api/v1/conversions/${conversionId}/export`, window.location.origin);
  address.search = new URLSearchParams({ format, only }).toString();
  const workspace = chosenWorkspace();
  const headers = new Headers({ "Accept-Language": pageLanguage() });
  if (workspace) headers.set("NewsForge-Workspace", workspace);
  const answer = await sessionFetch(new Request(address, { headers, credentials: "same-origin" }));
  if (!answer.ok) throw asProblem(await answer.json().catch(() => null), answer);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameIn(answer.headers.get("content-disposition") ?? "") ?? `posts.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function nameIn(disposition: string): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return null;
    }
  }
  return /filename="([^"]+)"/i.exec(disposition)?.[1] ?? null;
}
