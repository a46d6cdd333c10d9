/** The cases that the engine's own tests use, read from where they stand. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PlatformRecord, PostText, Unit } from "./record";
import type { ViolationCode } from "./violations";

interface CountingCases {
  readonly cases: readonly { unit: Unit; text: string; length: number; strict?: number; note: string }[];
  readonly platforms: readonly { platform: string; text: string; length: number }[];
}

interface MeasureCases {
  readonly platforms: Readonly<Record<string, PlatformRecord>>;
  readonly cases: readonly {
    name: string;
    platform: string;
    post: PostText;
    measure: readonly {
      field: string;
      part: number | null;
      unit: Unit;
      length: number;
      max: number;
      severity: string;
    }[];
    violations: readonly { code: ViolationCode; part: number | null; field: string | null; message: string }[];
  }[];
}

function read<T>(path: string): T {
  const file = fileURLToPath(new URL(`../../../../tests/engine/${path}`, import.meta.url));
  return JSON.parse(readFileSync(file, "utf8"));
}

export const COUNTING = read<CountingCases>("text/counting_cases.json");
export const MEASURES = read<MeasureCases>("platforms/measure_cases.json");

export function recordOf(id: string): PlatformRecord {
  const found = MEASURES.platforms[id];
  if (found === undefined) throw new Error(`No record of ${id}.`);
  return found;
}

export function postOf(...texts: string[]): PostText {
  const fields = { title: null, subject: null, preheader: null, html: null };
  return { parts: texts.map((text) => ({ text })), fields, hashtags: [], link: null };
}
