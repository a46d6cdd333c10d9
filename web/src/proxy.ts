import createIntlMiddleware from "next-intl/middleware";
import { routing } from "@/i18n/routing";

export default createIntlMiddleware(routing);

/**
 * Pages have no dot in their address; what has one is a file, and is there or not. Only where somebody looks for a page
 * under such an address (`/old-story.html`) do they get ours that says there is none. Next reads these from the text of
 * this file: nothing can be put in from elsewhere.
 */
export const config = {
  matcher: [
    "/((?!api|_next|.*\\..*).*)",
    {
      source: "/((?!api/|_next/|previews/|\\.well-known/|icon\\.svg|favicon\\.ico|robots\\.txt|sitemap\\.xml).*\\..*)",
      has: [{ type: "header", key: "accept", value: ".*text/html.*" }],
    },
  ],
};
