import type { ReactNode } from "react";

/** Nothing here, why, and what to do first. */
export function Empty({ heading, text, children }: { heading: string; text?: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-1.5 rounded-2xl border border-border border-dashed px-6 py-12 text-center">
      <p className="font-semibold">{heading}</p>
      {text ? <p className="max-w-md text-muted text-sm">{text}</p> : null}
      {children ? <div className="mt-3">{children}</div> : null}
    </div>
  );
}
