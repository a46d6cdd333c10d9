import { buttonVariants } from "@heroui/styles";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { SiteLink } from "./site-link";

const OFFERS = {
  trial: ["trial1", "trial2", "trial3"],
  free: ["free1", "free2", "free3", "free4"],
  self: ["self1", "self2", "self3"],
} as const;

/** What holds today: the allowances of the service as it is delivered. */
export function Pricing() {
  const t = useTranslations("pricing");
  return (
    <section className="mx-auto max-w-5xl px-4 py-16">
      <h1 className="font-bold text-4xl tracking-tight">{t("heading")}</h1>
      <p className="mt-3 max-w-2xl text-lg text-muted">{t("lead")}</p>
      <ul className="mt-10 grid gap-5 md:grid-cols-3">
        {(Object.keys(OFFERS) as (keyof typeof OFFERS)[]).map((offer) => (
          <li
            key={offer}
            className={`flex flex-col rounded-2xl border bg-surface p-6 ${offer === "free" ? "border-2 border-accent" : "border-border"}`}
          >
            <h2 className="font-semibold">{t(offer)}</h2>
            <p className="mt-2 font-bold text-3xl tracking-tight">{t(`${offer}Price`)}</p>
            <p className="mt-1 text-muted text-sm">{t(`${offer}Text`)}</p>
            <ul className="mt-5 flex flex-1 flex-col gap-2.5">
              {OFFERS[offer].map((line) => (
                <li key={line} className="flex gap-2 text-sm leading-relaxed">
                  <Check size={16} aria-hidden className="mt-1 shrink-0 text-good" />
                  {t(line)}
                </li>
              ))}
            </ul>
            {offer === "self" ? null : (
              <SiteLink
                href="/sign-up"
                className={`mt-6 ${buttonVariants({ variant: offer === "free" ? "primary" : "outline" })}`}
              >
                {t("start")}
              </SiteLink>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-4 text-muted text-sm">{t("unit")}</p>
      <h2 className="mt-12 font-semibold text-xl">{t("notes")}</h2>
      <p className="mt-2 max-w-3xl text-muted leading-relaxed">{t("notesText")}</p>
    </section>
  );
}
