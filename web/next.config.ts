import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withIntl = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  // Messages are compiled when built, so that no page carries a parser for them.
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

// Scripts of the framework stand inline in its pages, and those that are built once can carry no nonce.
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const NO_SNIFFING = { key: "X-Content-Type-Options", value: "nosniff" };
const HEADERS = [
  { key: "Content-Security-Policy", value: POLICY },
  NO_SNIFFING,
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  // The API's answers bring their own.
  // A script or a font obeys the policy of the page that asked for it: with its own it would only be heavier.
  headers: async () => [
    { source: "/((?!api/v1/|_next/static/).*)", headers: HEADERS },
    { source: "/_next/static/:path*", headers: [NO_SNIFFING] },
  ],
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // A build is checked without its tests, whose packages a machine that only serves does not have.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  // Pages show no foreign pictures through this server: the optimizer is attack surface without a use.
  images: { unoptimized: true },
};

export default withIntl(config);
