"use client";

import { useMutation } from "@tanstack/react-query";
import { LogOut, UserRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { closeSessionMutation } from "@/api/generated/@tanstack/react-query.gen";
import { useMe } from "@/api/me";
import { Link } from "@/i18n/navigation";
import { LanguageSwitch } from "@/ui/language-switch";
import { MENU_ROW, Menu } from "@/ui/menu";
import { ProblemNotice } from "@/ui/problem-notice";
import { ThemeToggle } from "@/ui/theme-toggle";
import { leaveToSignIn } from "./leaving";

export function PersonMenu() {
  const t = useTranslations("work");
  const language = useLocale();
  const me = useMe().data;
  const signOut = useMutation({ ...closeSessionMutation(), onSuccess: () => leaveToSignIn(language) });
  const initial = me ? ([...(me.name.trim() || me.email)][0]?.toUpperCase() ?? "") : "";
  return (
    <Menu
      label={t("person")}
      face={
        <span
          aria-hidden
          className="grid size-7 place-items-center rounded-full bg-default font-semibold text-foreground text-xs"
        >
          {initial || <UserRound size={15} />}
        </span>
      }
    >
      {(close) => (
        <>
          {me ? (
            <div className="px-2.5 py-1.5">
              <p className="truncate font-medium text-sm">{me.name}</p>
              <p className="truncate text-muted text-xs">{me.email}</p>
            </div>
          ) : null}
          <div className="flex items-center justify-between px-1 sm:hidden">
            <LanguageSwitch />
            <ThemeToggle />
          </div>
          <Link href="/app/settings" className={`${MENU_ROW} border-border border-t`} onClick={close}>
            <UserRound size={16} aria-hidden />
            {t("profile")}
          </Link>
          <button
            type="button"
            className={MENU_ROW}
            disabled={signOut.isPending || signOut.isSuccess}
            onClick={() => signOut.mutate({})}
          >
            <LogOut size={16} aria-hidden />
            {t("signOut")}
          </button>
          <ProblemNotice error={signOut.error} />
        </>
      )}
    </Menu>
  );
}
