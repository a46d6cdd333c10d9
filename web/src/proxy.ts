import { type NextRequest, NextResponse } from "next/server";
import createIntlMiddleware from "next-intl/middleware";
import { apiAddress } from "@/api/address";
import { routing } from "@/i18n/routing";

const withLanguage = createIntlMiddleware(routing);

/**
 * One origin for pages and API: what a load balancer does by path in AWS, this does on one machine. The address of the
 * API is read at every request, since an image is built once and runs anywhere.
 */
export default function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!pathname.startsWith("/api/v1/")) return withLanguage(request);
  const headers = new Headers(request.headers);
  headers.set("x-forwarded-host", request.headers.get("host") ?? "");
  if (!headers.has("x-forwarded-proto")) headers.set("x-forwarded-proto", request.nextUrl.protocol.replace(":", ""));
  return NextResponse.rewrite(new URL(pathname + search, apiAddress()), { request: { headers } });
}

export const config = { matcher: ["/api/v1/:path*", "/((?!api|_next|.*\\..*).*)"] };
