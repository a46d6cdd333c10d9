"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MembershipOut } from "@/api/generated";
import { currentMembership, useMe } from "@/api/me";
import { chooseWorkspace } from "@/api/workspace";
import { Link, usePathname, useRouter } from "@/i18n/navigation";
import { MENU_ROW, Menu } from "@/ui/menu";

/** A personal workspace is told by what it is: its own name is the person's. */
export function useWorkspaceName(): (membership: Pick<MembershipOut, "kind" | "workspace_name">) => string {
  const t = useTranslations("work");
  return ({ kind, workspace_name }) => (kind === "personal" ? t("personal") : workspace_name);
}

/** Work in another workspace: nothing that was shown of the former one stays. */
export function useWorkspaceChange(): (id: string | null) => void {
  const client = useQueryClient();
  const router = useRouter();
  const path = usePathname();
  return (id) => {
    chooseWorkspace(id);
    client.removeQueries({ type: "inactive" });
    // A conversion belongs to the workspace that was left.
    if (path.startsWith("/app/conversions")) router.push("/app");
    void client.resetQueries();
  };
}

export function WorkspaceSwitch() {
  const t = useTranslations("work");
  const nameOf = useWorkspaceName();
  const change = useWorkspaceChange();
  const me = useMe().data;
  const current = me && currentMembership(me);
  if (!me || !current) return <span className="h-5 w-24 rounded bg-default" aria-hidden />;
  return (
    <Menu
      align="left"
      className="min-w-0"
      label={t("workspace", { name: nameOf(current) })}
      face={
        <>
          <span className="truncate font-medium">{nameOf(current)}</span>
          <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
        </>
      }
    >
      {(close) => (
        <>
          <p className="px-2.5 py-1.5 text-muted text-xs">{t("workspaces")}</p>
          {me.memberships.map((each) => (
            <button
              key={each.workspace_id}
              type="button"
              aria-current={each.workspace_id === me.workspace_id || undefined}
              className={MENU_ROW}
              onClick={() => {
                close();
                if (each.workspace_id !== me.workspace_id) change(each.workspace_id);
              }}
            >
              <span className="min-w-0 flex-1 truncate">{nameOf(each)}</span>
              <span className="text-muted text-xs">{t(`roles.${each.role}`)}</span>
              <Check
                size={16}
                aria-hidden
                className={each.workspace_id === me.workspace_id ? "text-accent-text" : "invisible"}
              />
            </button>
          ))}
          <Link
            href="/app/settings/workspace?new"
            className={`${MENU_ROW} mt-1 border-border border-t`}
            onClick={close}
          >
            <Plus size={16} aria-hidden />
            {t("newWorkspace")}
          </Link>
        </>
      )}
    </Menu>
  );
}
