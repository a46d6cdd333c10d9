"use client";

import "./live-text.css";
import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useMemo, useRef, useState } from "react";
import { presentationOf } from "@/features/platforms/presentation";
import type { PlatformRecord } from "@/features/platforms/record";
import { ProblemNotice } from "@/ui/problem-notice";
import { ActionsRow, type Panel } from "./actions-row";
import { attentionTo } from "./attention";
import { AttentionList } from "./attention-list";
import { Beside } from "./beside";
import { restore } from "./calls";
import { Conflict } from "./conflict";
import { CopyParts } from "./copy-buttons";
import { draftOf } from "./draft";
import { Findings } from "./findings";
import { keepWithReason } from "./keeping";
import { PartTools } from "./part-tools";
import type { Place } from "./placing";
import type { PostEditorProps } from "./post-editor";
import { Press } from "./press";
import { Preview } from "./preview/preview";
import { RewritingOutcome, RewritingPanel } from "./rewriting-panel";
import { SaveState } from "./save-state";
import { StandIn } from "./stand-in";
import { TagField } from "./tag-field";
import { SlotMeter, TextSlot } from "./text-slot";
import { UndoToast } from "./undo-toast";
import { useActions } from "./use-actions";
import { useEditing } from "./use-editing";
import { useOpenEditor } from "./use-open-editor";
import { useRewriting } from "./use-rewriting";
import { VersionsPanel } from "./versions-panel";
import { useWriterName } from "./writer-name";

type Props = PostEditorProps & { record: PlatformRecord };

/** Where one post is worked on. */
export function Desk({ post, article, record, canEdit, canApprove, active, onChanged }: Props) {
  const t = useTranslations("editor");
  const panelId = useId();
  const writerName = useWriterName();
  const editing = useEditing(post, record, active, onChanged);
  useOpenEditor(editing);
  const actions = useActions(editing, onChanged);
  const rewriting = useRewriting(editing, actions, active, onChanged);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [isComparing, setComparing] = useState(false);
  const rewritingButton = useRef<HTMLButtonElement>(null);
  const carets = useRef(new Map<Place, number>());
  const { saving, draft, checked, saver } = editing;
  const { base } = saving;
  const isEditable = canEdit && !rewriting.isPending && saving.phase !== "conflict";
  const attention = useMemo(() => {
    const places: Place[] = ["subject", "preheader", "title", ...draft.parts.keys()];
    return attentionTo(places, editing.placingOf, editing.violations, checked.kept);
  }, [draft.parts, editing.placingOf, editing.violations, checked.kept]);
  const isStale = [...draft.parts.keys(), "title", "subject", "preheader"].some(
    (place) => editing.placingOf(place).stale.length > 0,
  );
  const close = () => setPanel(null);

  return (
    <div className="mx-auto max-w-[46rem] space-y-4 px-4 py-4 lg:px-7">
      <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Findings attention={attention} isStale={isStale} />
        <SaveState saving={saving} onRetry={saver.returned} />
      </div>
      {rewriting.isPending ? null : <StandIn post={base} />}
      {saving.phase === "conflict" ? <Conflict editing={editing} /> : null}
      {rewriting.isPending ? (
        <p role="status" className="flex items-center gap-2 rounded-xl bg-default px-4 py-2.5 text-sm">
          <LoaderCircle aria-hidden size={16} className="animate-spin" />
          {t("rewriting.pending")}
        </p>
      ) : null}
      {rewriting.rewritten?.outcome ? (
        <RewritingOutcome
          isFailed={rewriting.rewritten.outcome === "failed"}
          isComparing={isComparing}
          onCompare={() => setComparing(!isComparing)}
          onTakeBack={() => void rewriting.takeBack()}
          onKeep={rewriting.dismiss}
        />
      ) : null}
      {rewriting.rewritten?.outcome === "written" && isComparing ? (
        <Beside
          left={{
            heading: t("rewriting.before"),
            note: writerName(rewriting.rewritten.before.writer),
            draft: draftOf(rewriting.rewritten.before),
            action: <Press onPress={() => void rewriting.takeBack()}>{t("rewriting.takeBefore")}</Press>,
          }}
          right={{
            heading: t("rewriting.after"),
            note: writerName(base.writer),
            draft,
            action: <Press onPress={rewriting.dismiss}>{t("rewriting.takeAfter")}</Press>,
          }}
        />
      ) : null}
      <div
        lang={base.language || undefined}
        aria-busy={rewriting.isPending || undefined}
        className={rewriting.isPending ? "opacity-60" : undefined}
        onSelect={({ target }) => {
          const place = target instanceof HTMLTextAreaElement ? target.dataset.place : undefined;
          if (place) carets.current.set(Number(place), (target as HTMLTextAreaElement).selectionStart);
        }}
      >
        <Preview
          platformId={record.id}
          presentation={presentationOf(record.id)}
          account={article?.site || t("account")}
          partCount={draft.parts.length}
          needsImage={base.requires.includes("image")}
          slot={(place, className) => <TextSlot {...{ editing, place, className }} canEdit={isEditable} />}
          meter={(place) => <SlotMeter editing={editing} place={place} />}
          tools={(part) =>
            isEditable ? <PartTools {...{ editing, part }} caret={() => carets.current.get(part) ?? null} /> : null
          }
          has={(field) => record.fields.includes(field)}
          tags={
            record.hashtags.placement === "field" || base.hashtags.length > 0 || draft.hashtags.length > 0 ? (
              <TagField tags={draft.hashtags} canEdit={isEditable} onChange={editing.setTags} />
            ) : null
          }
        />
      </div>
      <AttentionList
        {...{ editing, attention }}
        canEdit={isEditable}
        onKeep={({ placed, problem }, reason) =>
          void actions.run("keep", (now) => keepWithReason(now, placed.receipt, problem, reason))
        }
      />
      <div className="space-y-3 border-border border-t pt-4">
        <ActionsRow
          {...{ editing, actions, attention, canApprove, panel, panelId, rewritingButton }}
          canEdit={canEdit && saving.phase !== "conflict"}
          onPanel={setPanel}
        />
        <ProblemNotice error={actions.error} />
        <CopyParts editing={editing} />
        {panel ? (
          <div
            key={panel}
            id={panelId}
            ref={bringIntoSight}
            className="scroll-mb-4 rounded-xl border border-border p-4 max-lg:scroll-mb-24"
          >
            {panel === "rewriting" ? (
              <RewritingPanel
                isPending={actions.pending !== null}
                onStart={(wishes) => {
                  close();
                  setComparing(false);
                  rewritingButton.current?.focus();
                  void rewriting.start(wishes);
                }}
              />
            ) : null}
            {panel === "versions" ? (
              <VersionsPanel
                post={base}
                canEdit={isEditable}
                isPending={actions.pending !== null}
                onRestore={async (version) => {
                  const was = base.version;
                  const done = await actions.run("restore", (now) => restore(now, version));
                  if (done) offerRestored(was);
                }}
              />
            ) : null}
          </div>
        ) : null}
      </div>
      <UndoToast undo={editing.undo} onClose={() => editing.offerUndo(null)} />
    </div>
  );

  function offerRestored(version: number): void {
    const take = () => {
      editing.offerUndo(null);
      void actions.run("restore", (now) => restore(now, version));
    };
    editing.offerUndo({ label: t("versions.restoredDone"), take, isGone: () => false });
  }
}

/**
 * A panel opens below the post, which on most screens is below the edge: it is brought into sight as it opens, and once
 * more when what it loads is there. After that it stays where the reader has put it.
 */
function bringIntoSight(panel: HTMLElement | null) {
  if (!panel) return;
  let looks = 2;
  const watch = new ResizeObserver(() => {
    panel.scrollIntoView({ block: "nearest" });
    looks -= 1;
    if (looks === 0) watch.disconnect();
  });
  watch.observe(panel);
  return () => watch.disconnect();
}
