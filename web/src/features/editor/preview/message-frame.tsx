"use client";

import { useTranslations } from "next-intl";
import type { FrameProps } from "./frame";
import { Avatar, Badge, Field, Footer } from "./pieces";

/** Telegram, Discord, Slack: a message in a channel. */
export function ChatFrame({ account, slot, meter }: FrameProps) {
  const t = useTranslations("editor");
  return (
    <div className="rounded-xl border border-border bg-surface p-5">
      <div className="flex gap-3">
        <Avatar account={account} isSquare />
        <div className="min-w-0 flex-1">
          <p className="flex items-baseline gap-2 text-sm">
            <span className="font-semibold">{account}</span>
            <span className="text-muted text-xs">{t("now")}</span>
          </p>
          {slot(0, "mt-1 ml-1 text-[15px] leading-[1.65]")}
          <Footer>{meter(0)}</Footer>
        </div>
      </div>
    </div>
  );
}

/** KakaoTalk: what is sent stands at the right, on yellow. */
export function KakaoFrame({ slot, meter }: FrameProps) {
  const t = useTranslations("editor");
  return (
    <div className="on-light mx-auto w-full max-w-[25rem] rounded-[1.75rem] border border-border bg-[#b9cde0] p-4 pb-5">
      <p className="mb-4 text-center text-[#33475b] text-xs">{t("now")}</p>
      <div className="ml-6 rounded-2xl rounded-tr-md bg-[#fee500] py-3 pr-4 pl-6 text-[#191600]">
        {slot(0, "text-[15px] leading-[1.6]")}
      </div>
      <div className="mt-3 flex justify-end text-[#2b3d50]">{meter(0)}</div>
    </div>
  );
}

/** A text message as the phone shows it, its subject above where the kind has one. */
export function SmsFrame(frame: FrameProps) {
  const t = useTranslations("editor");
  const { account, slot, meter } = frame;
  return (
    <div className="mx-auto w-full max-w-[25rem] rounded-[1.75rem] border border-border bg-surface p-4 pb-5">
      <p className="text-center font-semibold text-sm">{account}</p>
      <p className="mb-4 text-center text-muted text-xs">{t("now")}</p>
      <div className="mr-6 rounded-2xl rounded-tl-md bg-default py-3 pr-4 pl-6">
        <Field frame={frame} field="subject" className="mb-1 font-semibold text-[15px] leading-[1.6]" />
        {slot(0, "text-[15px] leading-[1.6]")}
      </div>
      <div className="mt-3 flex">{meter(0)}</div>
    </div>
  );
}

/** The card that a phone shows over everything else. */
export function PushFrame(frame: FrameProps) {
  const t = useTranslations("editor");
  const { account, presentation, slot, meter } = frame;
  return (
    <div className="rounded-[1.75rem] bg-linear-160 from-slate-300 to-slate-400 px-5 py-10 dark:from-slate-700 dark:to-slate-800">
      <div className="mx-auto max-w-[25rem] rounded-2xl bg-surface p-4 shadow-lg">
        <p className="mb-2 flex items-center gap-2 text-muted text-xs">
          <Badge presentation={presentation} />
          <span className="flex-1 truncate">{account}</span>
          {t("now")}
        </p>
        <div className="pl-3">
          <Field frame={frame} field="title" className="font-semibold text-[15px] leading-[1.6]" />
          {slot(0, "text-[15px] leading-[1.6]")}
          <Footer>{meter(0)}</Footer>
        </div>
      </div>
    </div>
  );
}
