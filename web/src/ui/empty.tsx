import type { ReactNode } from "react";

/** Nothing here, why, and what to do first; `isPage`: it is all that the page has to say. */
export function Empty({
  heading,
  text,
  isPage = false,
  children,
}: {
  heading: string;
  text?: string;
  isPage?: boolean;
  children?: ReactNode;
}) {
  const Heading = isPage ? "h1" : "p";
  return (
    <div className="flex flex-col items-center gap-1.5 rounded-2xl border border-border border-dashed px-6 py-12 text-center">
      <Heading className="font-semibold">{heading}</Heading>
      {text ? <p className="max-w-md text-muted text-sm">{text}</p> : null}
      {children ? <div className="mt-3">{children}</div> : null}
    </div>
  );
}
