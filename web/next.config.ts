import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withIntl = createNextIntlPlugin("./src/i18n/request.ts");

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // Pages show no foreign pictures through this server: the optimizer is attack surface without a use.
  images: { unoptimized: true },
  experimental: {
    // Uploads pass through to the API, which has its own limit (NEWSFORGE_MAX_UPLOAD_MIB, at most 512).
    proxyClientMaxBodySize: "520mb",
    // Longer than the heartbeat of event streams and than the 30 s that a conversion may take.
    proxyTimeout: 120_000,
  },
};

export default withIntl(config);
