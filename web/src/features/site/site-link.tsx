import { useLocale } from "next-intl";
import type { ReactNode } from "react";

/** A plain link that keeps the language: public pages stay small by doing without a router in the browser. */
export function SiteLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <a href={`/${useLocale()}${href === "/" ? "" : href}`} className={className}>
      {children}
    </a>
  );
}
