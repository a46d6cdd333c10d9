/** A platform's record as `GET /api/v1/platforms` lists it: what it allows and how it counts. */

export type Unit =
  | "weighted"
  | "grapheme"
  | "code_point"
  | "utf16"
  | "utf8_byte"
  | "cp949_byte"
  | "json_byte"
  | "emoji_byte";

/** `part` is each part by itself, `payload` the push message with title, body and link in one JSON object. */
export type Field = "part" | "title" | "subject" | "preheader" | "html" | "payload";

/** `reject`: refused or cut there; `advise`: reads worse past it; `fold`: hidden behind "more". */
export type Severity = "reject" | "advise" | "fold";

export type Dialect = "none" | "linkedin" | "slack" | "telegram";

export interface Limit {
  readonly field: Field;
  readonly max: number;
  readonly unit: Unit;
  readonly severity: Severity;
}

/** The rules that the browser reads; the API gives more. */
export interface PlatformRecord {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly limits: readonly Limit[];
  readonly fields: readonly ("title" | "subject" | "preheader" | "html")[];
  readonly urls: {
    readonly counted_as: number | null;
    readonly scheme_required: boolean;
    readonly max_unique: number | null;
    readonly placement: "end" | "last_part" | "none";
  };
  readonly hashtags: {
    readonly max: number | null;
    readonly habit: number;
    readonly max_length: number | null;
    readonly max_length_unit: Unit;
    readonly placement: "end" | "field";
  };
  readonly mentions: {
    readonly max: number | null;
    readonly host_counted: boolean;
    readonly alerts: readonly string[];
  };
  readonly thread: { readonly max_parts: number; readonly numbering: string } | null;
  readonly escape: { readonly dialect: Dialect; readonly counted: boolean };
  readonly media: { readonly required: readonly string[] };
  readonly cashtags_max: number | null;
  readonly charset: "utf-8" | "cp949";
  readonly blank_line: boolean;
}

/** What is measured of a post: a part of `PostOut`. */
export interface PostText {
  readonly parts: readonly { readonly text: string }[];
  readonly fields: {
    readonly title: string | null;
    readonly subject: string | null;
    readonly preheader: string | null;
    readonly html: string | null;
  };
  readonly hashtags: readonly string[];
  readonly link: string | null;
}
