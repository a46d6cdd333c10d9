import { buttonVariants } from "@heroui/styles";
import { Check, FileSearch, PenLine, Send, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { PlatformBadge } from "@/features/platforms/badge";
import { PLATFORM_NAMES } from "@/features/platforms/names";
import { Demo } from "./demo/demo";
import { findDemonstration } from "./demo/server";
import { type DemoWords, NUMBER_SIGN } from "./demo/words";
import { SiteLink } from "./site-link";

const STEPS = [
  ["read", FileSearch],
  ["write", PenLine],
  ["check", Check],
  ["publish", Send],
] as const;

export async function Landing() {
  const t = await getTranslations("site");
  const language = await getLocale();
  const example = await findDemonstration(language);
  const d = await getTranslations("site.demo");
  // The demonstration is the only part that runs in the browser; it takes its words along instead of a translator.
  const words: DemoWords = {
    article: d("article"),
    posts: d("posts"),
    hint: d("hint"),
    loading: d("loading"),
    failed: d("failed"),
    retry: d("retry"),
    source: d("source", { numbers: NUMBER_SIGN }),
    house: d("house"),
    title: d("title"),
    head: d("head"),
    part: d("part", { number: NUMBER_SIGN }),
    fields: { title: d("fields.title"), subject: d("fields.subject"), preheader: d("fields.preheader") },
  };
  return (
    <>
      <section className="mx-auto max-w-6xl px-4 pt-14 pb-8 sm:pt-20">
        <h1 className="max-w-4xl text-balance font-bold text-4xl leading-[1.15] tracking-tight sm:text-5xl">
          {t("heading")}
          <br />
          <span className="text-accent-text">{t("headingProof")}</span>
        </h1>
        <p className="mt-5 max-w-2xl text-lg text-muted leading-relaxed">{t("lead")}</p>
        <p className="mt-7 flex flex-wrap items-center gap-4">
          <SiteLink href="/sign-up" className={buttonVariants({ size: "lg" })}>
            {t("start")}
          </SiteLink>
          <span className="text-muted text-sm">{t("see")}</span>
        </p>
      </section>
      <section aria-label={t("demo.label")} className="mx-auto max-w-6xl px-4">
        <div className="overflow-hidden rounded-2xl border border-border bg-surface shadow-sm">
          <Demo given={example} language={language} words={words} />
        </div>
        <p className="mt-2 text-muted text-xs">{t("demo.writer")}</p>
      </section>
      <Steps />
      <Honest />
      <Platforms />
      <Builders />
    </>
  );
}

function Steps() {
  const t = useTranslations("site.steps");
  return (
    <section className="mx-auto max-w-6xl px-4 pt-20">
      <h2 className="font-bold text-2xl tracking-tight">{t("heading")}</h2>
      <ol className="mt-6 grid gap-x-8 gap-y-7 sm:grid-cols-2 lg:grid-cols-4">
        {STEPS.map(([key, Icon], index) => (
          <li key={key} className="border-border border-t-2 pt-4">
            <p className="flex items-center gap-2 font-semibold">
              <Icon size={18} aria-hidden className="text-accent-text" />
              {index + 1}. {t(key)}
            </p>
            <p className="mt-1.5 text-muted leading-relaxed">{t(`${key}Text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Honest() {
  const t = useTranslations("site.honest");
  return (
    <section className="mx-auto max-w-6xl px-4 pt-20">
      <h2 className="font-bold text-2xl tracking-tight">{t("heading")}</h2>
      <div className="mt-6 grid gap-10 md:grid-cols-2">
        {(["can", "cannot"] as const).map((side) => (
          <div key={side}>
            <h3 className="font-semibold">{t(side)}</h3>
            <ul className="mt-3 flex flex-col gap-3">
              {([1, 2, 3] as const).map((number) => (
                <li key={number} className="flex gap-2.5 leading-relaxed">
                  {side === "can" ? (
                    <Check size={18} aria-hidden className="mt-1 shrink-0 text-good" />
                  ) : (
                    <X size={18} aria-hidden className="mt-1 shrink-0 text-muted" />
                  )}
                  {t(`${side}${number}`)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Platforms() {
  const t = useTranslations("site.platforms");
  const language = useLocale();
  return (
    <section className="mx-auto max-w-6xl px-4 pt-20">
      <h2 className="font-bold text-2xl tracking-tight">{t("heading")}</h2>
      <p className="mt-2 max-w-2xl text-muted leading-relaxed">{t("text")}</p>
      <ul className="mt-6 flex flex-wrap gap-2">
        {Object.entries(PLATFORM_NAMES).map(([id, name]) => (
          <li
            key={id}
            className="flex items-center gap-2 rounded-lg border border-border bg-surface px-3 py-1.5 text-sm"
          >
            <PlatformBadge id={id} size={18} />
            {name[language]}
          </li>
        ))}
      </ul>
    </section>
  );
}

const COMMANDS = `curl -X POST …/api/v1/conversions \\
  -H "Authorization: Bearer $KEY" \\
  -d '{"source": {"url": "https://…"},
       "platforms": ["x", "kakao"]}'

make run                 # 1 machine
make deploy ENV=prod     # AWS`;

function Builders() {
  const t = useTranslations("site");
  return (
    <section className="mx-auto grid max-w-6xl items-center gap-8 px-4 py-20 lg:grid-cols-2">
      <div>
        <h2 className="font-bold text-2xl tracking-tight">{t("builders.heading")}</h2>
        <p className="mt-3 leading-relaxed">{t("builders.api")}</p>
        <p className="mt-1 leading-relaxed">{t("builders.self")}</p>
        <p className="mt-6">
          <SiteLink href="/sign-up" className={buttonVariants({ size: "lg" })}>
            {t("start")}
          </SiteLink>
        </p>
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways on a phone
        tabIndex={0}
        className="overflow-x-auto rounded-2xl bg-[#0f1720] p-5 font-mono text-[#dbe4ee] text-sm leading-relaxed"
      >
        {COMMANDS}
      </pre>
    </section>
  );
}
