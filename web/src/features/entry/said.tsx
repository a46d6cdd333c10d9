import type { ReactNode } from "react";

/** An outcome, told: what happened and what comes next. */
export function Said({ heading, text, children }: { heading: string; text: ReactNode; children?: ReactNode }) {
  return (
    <div role="status" className="flex flex-col gap-2">
      <h1 className="font-bold text-2xl tracking-tight [overflow-wrap:anywhere]">{heading}</h1>
      <p className="text-muted">{text}</p>
      {children ? <div className="mt-3">{children}</div> : null}
    </div>
  );
}
