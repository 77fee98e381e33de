import { describe, expect, it } from "vitest";
import { byteStream, collect } from "@/lib/testing/byte-stream";
import { FormatError } from "./format-error";
import { limitBytes } from "./limit-bytes";

describe("limitBytes", () => {
  it("hands on exactly as many bytes as are allowed", async () => {
    const chunks = await collect(limitBytes(byteStream("0123456789", 4), 10));
    expect(Buffer.concat(chunks).toString()).toBe("0123456789");
  });

  it("refuses one byte more", async () => {
    await expect(collect(limitBytes(byteStream("0123456789", 4), 9))).rejects.toThrow(FormatError);
  });

  it("stops reading an endless source and closes it", async () => {
    let sent = 0;
    let closed = false;
    async function* endless() {
      try {
        for (;;) {
          sent++;
          yield new Uint8Array(1024);
        }
      } finally {
        closed = true;
      }
    }
    await expect(collect(limitBytes(endless(), 10 * 1024))).rejects.toMatchObject({
      problem: { code: "TOO_LARGE", detail: "More than 10240 bytes." },
    });
    expect({ sent, closed }).toEqual({ sent: 11, closed: true });
  });
});
