"use client";

import type { ComponentType } from "react";
import type { Family } from "@/features/platforms/presentation";
import { CardFrame, PhotoFrame } from "./card-frame";
import type { FrameProps } from "./frame";
import { ChatFrame, KakaoFrame, PushFrame, SmsFrame } from "./message-frame";
import { LetterFrame, PageFrame } from "./page-frame";
import { ThreadFrame } from "./thread-frame";

const FRAMES: Readonly<Record<Family, ComponentType<FrameProps>>> = {
  x: ThreadFrame,
  threads: ThreadFrame,
  bluesky: ThreadFrame,
  linkedin: CardFrame,
  instagram: PhotoFrame,
  kakao: KakaoFrame,
  sms: SmsFrame,
  push: PushFrame,
  newsletter: LetterFrame,
  blog: PageFrame,
  feed: PageFrame,
  chat: ChatFrame,
};

/** The post as its platform shows it; a platform that the web does not know is a page. */
export function Preview(props: FrameProps) {
  const Frame = FRAMES[props.presentation.family] ?? PageFrame;
  return (
    <div className="space-y-3">
      <Frame {...props} />
      {props.tags}
    </div>
  );
}
