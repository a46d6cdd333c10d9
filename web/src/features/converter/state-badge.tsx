"use client";

import {
  BadgeCheck,
  CircleCheck,
  CircleDashed,
  CircleX,
  Eye,
  LoaderCircle,
  type LucideIcon,
  Ruler,
  SearchX,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { PostState } from "./post-state";

const LOOKS: Record<PostState, [LucideIcon, string]> = {
  waiting: [CircleDashed, "text-muted"],
  writing: [LoaderCircle, "text-muted [&>svg]:animate-spin"],
  rewriting: [LoaderCircle, "text-muted [&>svg]:animate-spin"],
  review: [Eye, "text-warn"],
  unsupported: [SearchX, "text-bad"],
  invalid: [Ruler, "text-bad"],
  clean: [CircleCheck, "text-good"],
  approved: [BadgeCheck, "text-good"],
  failed: [CircleX, "text-bad"],
  missing: [CircleDashed, "text-muted"],
};

/** Icon and words; the colour says nothing that they do not. */
export function StateBadge({ state }: { state: PostState }) {
  const t = useTranslations("converter.postStates");
  const [Icon, look] = LOOKS[state];
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap text-xs ${look}`}>
      <Icon size={13} aria-hidden />
      {t(state)}
    </span>
  );
}
