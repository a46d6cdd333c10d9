import { getTranslations } from "next-intl/server";
import { SiteLink } from "@/features/site/site-link";
import { Empty } from "@/ui/empty";

const LINK = "inline-block min-h-6 text-accent-text underline underline-offset-4";

export default async function NotFound() {
  const t = await getTranslations("lost");
  return (
    <div className="mx-auto max-w-2xl px-4 py-24">
      <Empty isPage heading={t("heading")} text={t("text")}>
        <p className="flex gap-5 text-sm">
          <SiteLink href="/" className={LINK}>
            {t("home")}
          </SiteLink>
          <SiteLink href="/app" className={LINK}>
            {t("workspace")}
          </SiteLink>
        </p>
      </Empty>
    </div>
  );
}
