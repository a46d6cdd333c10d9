"use client";

import { CircleCheck, History, Pencil } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { approve, unapprove } from "./calls";
import { CopyButton, copyPost } from "./copy-buttons";
import { Press } from "./press";
import type { Actions } from "./use-actions";
import type { Editing } from "./use-editing";

export type Panel = "rewriting" | "versions" | "approval";

type Props = {
  editing: Editing;
  actions: Actions;
  canEdit: boolean;
  canApprove: boolean;
  panel: Panel | null;
  panelId: string;
  onPanel(panel: Panel | null): void;
};

export function ActionsRow({ editing, actions, canEdit, canApprove, panel, panelId, onPanel }: Props) {
  const t = useTranslations("editor");
  const { base } = editing.saving;
  const toggle = (one: Panel) => onPanel(panel === one ? null : one);
  const isBusy = base.is_being_rewritten || actions.pending !== null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <CopyButton isFirst onCopy={() => copyPost(editing)}>
        {t("copy")}
      </CopyButton>
      {canEdit ? (
        <Press
          isOpen={panel === "rewriting"}
          controls={panelId}
          isDisabled={isBusy}
          onPress={() => toggle("rewriting")}
        >
          <Pencil aria-hidden size={15} />
          {t("rewriting.open")}
        </Press>
      ) : null}
      <Press isOpen={panel === "versions"} controls={panelId} onPress={() => toggle("versions")}>
        <History aria-hidden size={15} />
        {t("versions.open")}
      </Press>
      <span className="ml-auto flex flex-wrap items-center gap-2">
        <Approval
          {...{ editing, actions, canApprove, isBusy }}
          isOpen={panel === "approval"}
          onAsk={() => toggle("approval")}
        />
      </span>
    </div>
  );
}

type ApprovalProps = Pick<Props, "editing" | "actions" | "canApprove"> & {
  isBusy: boolean;
  isOpen: boolean;
  onAsk(): void;
};

function Approval({ editing, actions, canApprove, isBusy, isOpen, onAsk }: ApprovalProps) {
  const t = useTranslations("editor.approval");
  const format = useFormatter();
  const { saving, checked, violations } = editing;
  const { base } = saving;
  if (base.approved_at) {
    const at = format.dateTime(new Date(base.approved_at), { dateStyle: "short", timeStyle: "short" });
    return (
      <>
        <span className="flex items-center gap-1.5 text-good text-sm">
          <CircleCheck aria-hidden size={16} />
          {t("approved", { at })}
        </span>
        {canApprove ? (
          <Press isDisabled={isBusy} onPress={() => void actions.run("unapprove", unapprove)}>
            {t("withdraw")}
          </Press>
        ) : null}
      </>
    );
  }
  if (!canApprove) return null;
  const isInvalid = violations.length > 0;
  const needsReason = checked.receipts.some((receipt) => receipt.status === "unsupported");
  return (
    <>
      {isInvalid ? <span className="text-muted text-xs">{t("invalid")}</span> : null}
      <Press
        isDisabled={isBusy || isInvalid}
        isPending={actions.pending === "approve"}
        isOpen={needsReason ? isOpen : undefined}
        onPress={needsReason ? onAsk : () => void actions.run("approve", (post) => approve(post, null))}
      >
        <CircleCheck aria-hidden size={15} />
        {needsReason ? t("approveWithReason") : t("approve")}
      </Press>
    </>
  );
}
