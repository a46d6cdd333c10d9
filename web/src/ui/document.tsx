import type { ReactNode } from "react";
import { THEME_SCRIPT } from "./theme";

/** The outermost elements of every page; each group of pages brings its own style sheet. */
export function Document({ language, children }: { language: string; children: ReactNode }) {
  return (
    <html lang={language} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body className="min-h-dvh bg-background font-sans text-foreground antialiased">{children}</body>
    </html>
  );
}
