import { type ConversionOut, createConversion, type Problem } from "@/api/generated";
import { pageLanguage } from "@/api/language";
import { ApiProblem, asProblem } from "@/api/problem";
import { renewSession, SESSION_ENDED } from "@/api/session";
import { chosenWorkspace } from "@/api/workspace";
import type { Choices } from "./choices";
import { wishesOf } from "./choices";
import { bodyOf, type Source } from "./source";

export type Order = {
  source: Source;
  choices: Choices;
  instruction: string;
  /** The same for the same order, however often it is sent: it is then converted once. */
  key: string;
  onProgress: (share: number) => void;
};

export async function submit({ source, choices, instruction, key, onProgress }: Order): Promise<ConversionOut> {
  const wishes = wishesOf(choices, instruction);
  if (source.kind === "file") return upload(source.file, JSON.stringify(wishes), key, onProgress);
  const body = bodyOf(source);
  if (!body) throw new TypeError("nothing to convert");
  const { data } = await createConversion({
    body: { ...wishes, source: body },
    headers: { "Idempotency-Key": key },
    throwOnError: true,
  });
  return data;
}

/** 128 random bits. (`randomUUID` is missing where a page came over plain http from another machine.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

type Answer = { status: number; text: string; retryAfter: string | null };

/** `fetch` does not tell how much of a file has gone, so this is the older way. */
async function upload(file: File, wishes: string, key: string, onProgress: (share: number) => void) {
  const sentAt = Date.now();
  let answer = await send(file, wishes, key, onProgress);
  if (answer.status === 401) {
    if (await renewSession(sentAt)) answer = await send(file, wishes, key, onProgress);
    else window.dispatchEvent(new Event(SESSION_ENDED));
  }
  const body = parsed(answer.text);
  if (answer.status >= 200 && answer.status < 300 && body) return body as ConversionOut;
  const headers = new Headers(answer.retryAfter ? { "retry-after": answer.retryAfter } : {});
  throw answer.status === 0
    ? new ApiProblem(0, {})
    : asProblem(body as Problem, new Response(null, { status: answer.status, headers }));
}

function send(file: File, wishes: string, key: string, onProgress: (share: number) => void): Promise<Answer> {
  return new Promise((settle) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/conversions/files");
    request.setRequestHeader("Idempotency-Key", key);
    request.setRequestHeader("Accept-Language", pageLanguage());
    const workspace = chosenWorkspace();
    if (workspace) request.setRequestHeader("NewsForge-Workspace", workspace);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onloadend = () =>
      settle({
        status: request.status,
        text: request.responseText,
        retryAfter: request.getResponseHeader("retry-after"),
      });
    const form = new FormData();
    form.append("wishes", wishes);
    form.append("file", file, file.name);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
