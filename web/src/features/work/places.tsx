"use client";

import { useTranslations } from "next-intl";
import { Link, usePathname } from "@/i18n/navigation";
import { PLACES, placeOf } from "./place";

export function Places({ className }: { className: string }) {
  const t = useTranslations("work");
  const c = useTranslations("chrome");
  const here = placeOf(usePathname());
  return (
    <nav aria-label={c("navigation")} className={className}>
      {PLACES.map(([href, key]) => (
        <Link
          key={href}
          href={href}
          aria-current={here === href ? "page" : undefined}
          className="flex h-9 items-center whitespace-nowrap rounded-lg px-3 text-muted hover:text-foreground aria-[current=page]:bg-default aria-[current=page]:font-medium aria-[current=page]:text-foreground"
        >
          {t(`places.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
