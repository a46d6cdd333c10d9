"use client";

import { CircleCheck, History, Pencil } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type Ref, useId, useRef } from "react";
import type { Attention } from "./attention";
import { approve, unapprove } from "./calls";
import { CopyButton, copyPost } from "./copy-buttons";
import { Press } from "./press";
import type { Actions } from "./use-actions";
import type { Editing } from "./use-editing";

export type Panel = "rewriting" | "versions";

type Props = {
  editing: Editing;
  actions: Actions;
  attention: Attention;
  canEdit: boolean;
  canApprove: boolean;
  panel: Panel | null;
  panelId: string;
  rewritingButton: Ref<HTMLButtonElement>;
  onPanel(panel: Panel | null): void;
};

/** On a small screen the bar at its bottom copies and approves: there is one button for each at a time. */
const NOT_WITH_BAR = "max-lg:hidden";

export function ActionsRow({
  editing,
  actions,
  attention,
  canEdit,
  canApprove,
  panel,
  panelId,
  rewritingButton,
  onPanel,
}: Props) {
  const t = useTranslations("editor");
  const { base } = editing.saving;
  const toggle = (one: Panel) => onPanel(panel === one ? null : one);
  const isBusy = base.is_being_rewritten || actions.pending !== null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className={NOT_WITH_BAR}>
        <CopyButton isFirst onCopy={() => copyPost(editing)}>
          {t("copy")}
        </CopyButton>
      </span>
      {canEdit ? (
        <Press
          ref={rewritingButton}
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
        <Approval {...{ editing, actions, attention, canApprove, isBusy }} />
      </span>
    </div>
  );
}

/** The second press of a hasty double one falls on the button that would take the approval back. */
const SECOND_PRESS_MS = 700;

type ApprovalProps = Pick<Props, "editing" | "actions" | "attention" | "canApprove"> & { isBusy: boolean };

function Approval({ editing, actions, attention, canApprove, isBusy }: ApprovalProps) {
  const t = useTranslations("editor.approval");
  const format = useFormatter();
  const obstacleId = useId();
  const { base } = editing.saving;
  const at = base.approved_at
    ? format.dateTime(new Date(base.approved_at), { dateStyle: "short", timeStyle: "short" })
    : null;
  const open = attention.unsupported.filter(({ kept }) => kept === null).length;
  const obstacle =
    at !== null ? null : attention.violations.length > 0 ? t("invalid") : open > 0 ? t("open", { count: open }) : null;
  const approvedAt = useRef(0);
  const turn = async () => {
    if (at !== null) {
      if (Date.now() - approvedAt.current < SECOND_PRESS_MS) return;
      return actions.run("unapprove", unapprove);
    }
    const post = await actions.run("approve", approve);
    approvedAt.current = Date.now();
    return post;
  };
  // One button for both, so that the focus is still on it when the post has been approved.
  return (
    <>
      {at === null ? null : (
        <span className="flex items-center gap-1.5 text-good text-sm">
          <CircleCheck aria-hidden size={16} />
          {t("approved", { at })}
        </span>
      )}
      {canApprove && obstacle !== null ? (
        <span id={obstacleId} className="text-muted text-xs">
          {obstacle}
        </span>
      ) : null}
      {canApprove ? (
        <span className={at === null ? NOT_WITH_BAR : undefined}>
          <Press
            isDisabled={isBusy || obstacle !== null}
            isPending={actions.pending === "approve"}
            describedBy={obstacle === null ? undefined : obstacleId}
            onPress={() => void turn()}
          >
            {at === null ? <CircleCheck aria-hidden size={15} /> : null}
            {t(at === null ? "approve" : "withdraw")}
          </Press>
        </span>
      ) : null}
    </>
  );
}
