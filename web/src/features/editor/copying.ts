/** What goes to the clipboard: the text exactly as it is counted and published. */

import type { Draft } from "./draft";

/** All parts, as a thread is pasted into a composer that splits at empty lines. */
export function textToCopy({ parts }: Draft): string {
  return parts.join("\n\n");
}

/** HTML for an editor to paste: of a whole document only what stands in its body, without what a mail only hides. */
export function htmlToCopy(html: string): string {
  const body = /<body[^>]*>([\s\S]*?)<\/body>/i.exec(html)?.[1] ?? html;
  return body.trim();
}

/** Formatted where the browser can, as plain text too. Returns false when the clipboard is not to be had. */
export async function copy(plain: string, html?: string | null | Promise<string | null>): Promise<boolean> {
  try {
    if (html !== undefined && html !== null && typeof ClipboardItem !== "undefined") {
      const formatted = Promise.resolve(html).then((text) => blob(htmlToCopy(text ?? ""), "text/html"));
      await navigator.clipboard.write([
        new ClipboardItem({ "text/plain": blob(plain, "text/plain"), "text/html": formatted }),
      ]);
    } else await navigator.clipboard.writeText(plain);
    return true;
  } catch {
    return copyBySelection(plain);
  }
}

function blob(text: string, type: string): Blob {
  return new Blob([text], { type });
}

/** For pages without a secure address, where there is no clipboard to write to. */
function copyBySelection(text: string): boolean {
  if (typeof document.execCommand !== "function") return false;
  const area = document.createElement("textarea");
  const focused = document.activeElement;
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isDone;
}
