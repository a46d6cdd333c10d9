"use client";

import { useTranslations } from "next-intl";
import type { Violation } from "@/features/platforms/violations";
import { type Named, usePlaceName } from "./text-slot";
import type { Editing } from "./use-editing";

const FIELDS: ReadonlySet<string> = new Set(["title", "subject", "preheader"]);
const BYTES: ReadonlySet<string> = new Set(["utf8_byte", "cp949_byte", "json_byte"]);

/** A broken rule in the page's language. */
export function useViolationWords(editing: Editing): (violation: Violation) => string {
  const t = useTranslations("editor.violation");
  const nameOf = usePlaceName(editing);
  return ({ code, part, field, length = 0, max = 0, unit, characters = [], hashtag = "", alerts = [] }) => {
    const name = field !== null && FIELDS.has(field) ? nameOf(field as Named) : nameOf(part ?? 0);
    const count = length - max;
    if (code === "too_long") return t(BYTES.has(unit ?? "") ? "tooManyBytes" : "too_long", { name, count });
    return t(code, { name, length, max, characters: characters.join(" "), hashtag, alerts: alerts.join(", ") });
  };
}
