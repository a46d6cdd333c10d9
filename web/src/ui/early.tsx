"use client";

import { useEffect } from "react";
import { useHydrated } from "./hydrated";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What people did in a page that the server made before its scripts ran. */
type Heard = { typed: Map<Field, string>; pressed: HTMLFormElement | null; stop: () => void };

declare global {
  interface Window {
    newsforgeEarly?: Heard;
  }
}

export const EARLY_SCRIPT = `(function(){
var typed=new Map(),heard={typed:typed,pressed:null},hears={
input:function(e){var t=e.target;if(t.matches("textarea,input:not([type=checkbox],[type=radio],[type=file])"))typed.set(t,t.value)},
submit:function(e){if(e.target.method!=="dialog"){e.preventDefault();heard.pressed=e.target}},
keydown:function(e){if(e.key==="Enter"&&(e.ctrlKey||e.metaKey)&&e.target.form)heard.pressed=e.target.form}};
for(var each in hears)addEventListener(each,hears[each],true);
heard.stop=function(){for(var each in hears)removeEventListener(each,hears[each],true)};
window.newsforgeEarly=heard})()`;

/**
 * Does again, as soon as scripts run, what was typed and pressed before they did. Without it their first picture empties
 * what was typed, and the browser itself sends a form that is pressed: the page comes again, with a password in its
 * address. Stands before what it listens to.
 */
export function Early() {
  const isHydrated = useHydrated();
  useEffect(() => {
    // First comes what the parts of the page put back from the browser's memory.
    const turn = setTimeout(() => {
      if (window.newsforgeEarly) repeat(window.newsforgeEarly);
      window.newsforgeEarly = undefined;
    });
    return () => clearTimeout(turn);
  }, []);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
  return isHydrated ? null : <script dangerouslySetInnerHTML={{ __html: EARLY_SCRIPT }} />;
}

function repeat({ typed, pressed, stop }: Heard): void {
  stop();
  for (const [field, value] of typed) typeAgain(field, value);
  // What was typed is in the page's state a turn later, and can be sent from there.
  if (pressed) setTimeout(() => pressed.isConnected && pressed.requestSubmit());
}

/** React takes for typed what it has not written itself, and it notices what `field.value` writes. */
function typeAgain(field: Field, value: string): void {
  if (!field.isConnected || field.readOnly || field.disabled) return;
  field.value = "";
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
