import { useTranslations } from "next-intl";

export function Landing() {
  const t = useTranslations("site");
  return (
    <section className="mx-auto max-w-6xl px-4 py-16">
      <h1 className="max-w-3xl text-balance font-bold text-4xl leading-tight tracking-tight sm:text-5xl">
        {t("heading")}
      </h1>
      <p className="mt-4 max-w-2xl text-lg text-muted">{t("lead")}</p>
    </section>
  );
}
