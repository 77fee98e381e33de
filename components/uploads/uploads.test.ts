import { describe, expect, it } from "vitest";
import type { UploadDto } from "@/lib/domain/uploads/upload";
import { cameToWords, placeWords, uploadsSentence } from "./upload-words";

const upload: UploadDto = {
  id: "u",
  kind: "node-report",
  state: "partial",
  cluster: "edge-1",
  release: null,
  gate: null,
  actor: { kind: "token", name: "nodes" },
  receivedAt: "2026-06-08T00:00:00Z",
  contentType: "application/x-ndjson",
  sizeBytes: 10,
  storedBytes: 5,
  sha256: null,
  artifactHref: null,
  accepted: 38,
  duplicates: 3,
  rejected: 2,
  problem: null,
  gateRun: null,
  requestId: "r",
};

describe("uploads in words", () => {
  it("says how many came in and what was not accepted", () => {
    const none = { kind: null, cluster: null };
    expect(uploadsSentence({}, none)).toBe("Nothing came in yet.");
    expect(uploadsSentence({ accepted: 1960 }, none)).toBe("1,960 uploads: all accepted.");
    expect(uploadsSentence({ accepted: 1960, refused: 32, partial: 12 }, none)).toBe(
      "2,004 uploads: 32 refused, 12 accepted in part.",
    );
    expect(uploadsSentence({ refused: 1 }, { kind: "gate-run", cluster: "lab" })).toBe(
      "1 upload of gate runs for lab: 1 refused.",
    );
    expect(uploadsSentence({}, { kind: null, cluster: "lab" })).toBe("No upload for lab yet.");
  });

  it("says what came of an upload", () => {
    expect(cameToWords(upload)).toBe("38 reports taken, 2 refused, 3 known already");
    expect(cameToWords({ ...upload, kind: "gate-run", state: "accepted", duplicates: 1 })).toBe("sent once more");
    expect(cameToWords({ ...upload, kind: "gate-run", state: "accepted", duplicates: 0 })).toBe("");
    expect(cameToWords({ ...upload, state: "refused", duplicates: 0 })).toBe("");
  });

  it("names the place of an error by line, by pointer, or not at all", () => {
    expect(placeWords({ line: 1204, detail: "" })).toBe("line 1,204");
    expect(placeWords({ line: 3, pointer: "/kernel", detail: "" })).toBe("line 3 /kernel");
    expect(placeWords({ pointer: "/cases/0", detail: "" })).toBe("/cases/0");
    expect(placeWords({ detail: "" })).toBe("the document");
  });
});
