"use client";

import { useTranslations } from "next-intl";

/** In the place of a page that cannot be shown. A page of an older release asks for scripts that are gone: only a reload helps. */
export function Broken({ error }: { error: Error & { digest?: string } }) {
  const t = useTranslations("states");
  return (
    <div role="alert" className="mx-auto w-full max-w-2xl px-4 py-16 text-center">
      <h1 className="font-semibold">{t("broken")}</h1>
      <p className="mt-1.5 text-muted text-sm">{t("brokenText")}</p>
      <p className="mt-4 flex justify-center gap-5 text-accent-text text-sm [&>*]:min-h-6 [&>*]:underline [&>*]:underline-offset-4">
        <button type="button" onClick={() => window.location.reload()}>
          {t("reload")}
        </button>
        {/* Not the router's link: what is broken may be the router. */}
        <a href="/app">{t("toStart")}</a>
      </p>
      {error.digest ? <p className="mt-4 text-muted text-xs">{t("trace", { id: error.digest })}</p> : null}
    </div>
  );
}
