import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import { Empty } from "@/ui/empty";

const LINK = "inline-block min-h-6 text-accent-text underline underline-offset-4";

export default async function NotFound() {
  const t = await getTranslations("lost");
  return (
    <div className="mx-auto w-full max-w-2xl px-4 py-16">
      <Empty isPage heading={t("heading")} text={t("text")}>
        <p className="flex gap-5 text-sm">
          <Link href="/app" className={LINK}>
            {t("new")}
          </Link>
          <Link href="/app/history" className={LINK}>
            {t("history")}
          </Link>
        </p>
      </Empty>
    </div>
  );
}
