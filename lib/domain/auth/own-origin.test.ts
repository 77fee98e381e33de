import { describe, expect, it } from "vitest";
import { isOwnOrigin } from "./own-origin";

const LOCAL = "http://127.0.0.1:3000";
const REAL = "https://waggle.example.org";

describe("isOwnOrigin", () => {
  it.each([
    ["the configured address", LOCAL, LOCAL, "127.0.0.1:3000", true],
    [
      "the other name of this machine, when the request went to it",
      "http://localhost:3000",
      LOCAL,
      "localhost:3000",
      true,
    ],
    ["another machine's name for this one", "http://192.168.1.5:3000", LOCAL, "192.168.1.5:3000", true],
    ["the default port, which browsers leave out of both", "http://waggle.lan", LOCAL, "waggle.lan", true],
    ["the default port, which a proxy spells out", "http://waggle.lan", LOCAL, "waggle.lan:80", true],
    ["upper case in Host", "http://waggle.lan:3000", LOCAL, "Waggle.LAN:3000", true],
    ["TLS in front of an unset address", "https://waggle.lan", LOCAL, "waggle.lan", true],
    ["a proxy that rewrites Host", REAL, REAL, "waggle:3000", true],
    ["no Origin", null, LOCAL, "127.0.0.1:3000", false],
    ["a page without an origin", "null", LOCAL, "127.0.0.1:3000", false],
    ["another site", "https://evil.example", LOCAL, "127.0.0.1:3000", false],
    ["the same machine on another port", "http://127.0.0.1:4000", LOCAL, "127.0.0.1:3000", false],
    ["another name without Host", "http://localhost:3000", LOCAL, null, false],
    ["a site that begins with ours", "http://127.0.0.1:3000.evil.example", LOCAL, "127.0.0.1:3000", false],
    ["a site with our name as its user", "http://127.0.0.1:3000@evil.example", LOCAL, "127.0.0.1:3000", false],
    ["plain http where the address is https", "http://waggle.example.org", REAL, "waggle.example.org", false],
    ["a path after the origin", `${LOCAL}/page`, LOCAL, "127.0.0.1:3000", false],
    ["a scheme that is not of the web", "file://127.0.0.1:3000", LOCAL, "127.0.0.1:3000", false],
    ["an opaque scheme", "chrome-extension://abcdef", LOCAL, "abcdef", false],
  ])("%s", (_what, origin, publicUrl, host, own) => {
    expect(isOwnOrigin(origin, { publicUrl, host })).toBe(own);
  });
});
