import { type NextRequest, NextResponse } from "next/server";

// biome-ignore lint/style/noProcessEnv: a constant that Next writes in when it builds, not a setting
const isDevelopment = process.env.NODE_ENV === "development";

/**
 * What a page may load: its own files, and inline scripts that carry this request's nonce. Inline styles stay
 * allowed, because positions of overlays and widths of bars are written as styles.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    // React rebuilds server stacks with eval while developing, and the dev server pushes over a socket.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Gives every page its policy. Next finds the nonce in the request's header and puts it on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, isDevelopment);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // A page cannot see its own address while it renders; who must sign in first is brought back to it.
  headers.set("x-waggle-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Pages only: in front of the API the proxy would hold every upload in memory.
export const config = {
  matcher: ["/((?!api/|_next/|healthz|readyz|metrics|icon|favicon|collect-node\\.sh).*)"],
};
