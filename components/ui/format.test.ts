import { describe, expect, it } from "vitest";
import { cn } from "./cn";
import { formatAge, formatDuration } from "./format-age";
import { countOf, formatBytes, formatShare } from "./format-count";
import { formatDay, formatExact, formatInstant } from "./format-instant";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

describe("formatAge", () => {
  it.each([
    [0, "0 s"],
    [59.9, "59 s"],
    [MINUTE, "1 min"],
    [38 * MINUTE + 59, "38 min"],
    [HOUR, "1 h"],
    [47 * HOUR + 3599, "47 h"],
    [48 * HOUR, "2 d"],
    [9 * DAY + 5 * HOUR, "9 d"],
  ])("says %d s as %s", (seconds, text) => expect(formatAge(seconds)).toBe(text));

  it("takes a clock that runs ahead for no age at all", () => expect(formatAge(-30)).toBe("0 s"));
});

describe("formatDuration", () => {
  it.each([
    [0.0124, "12 ms"],
    [0.85, "850 ms"],
    [12.44, "12.4 s"],
    [12, "12 s"],
    [17 * MINUTE + 40, "17 min 40 s"],
    [HOUR, "1 h"],
    [HOUR + 10 * MINUTE + 29, "1 h 10 min"],
    [3 * DAY + 2 * HOUR, "3 d 2 h"],
  ])("says %d s as %s", (seconds, text) => expect(formatDuration(seconds)).toBe(text));
});

describe("formatInstant", () => {
  const now = new Date("2026-06-10T09:02:00Z");

  it("leaves the day out only today, and today is that of UTC", () => {
    expect(formatInstant("2026-06-10T00:00:00Z", now)).toBe("00:00");
    expect(formatInstant("2026-06-09T23:59:59Z", now)).toBe("9 Jun 23:59");
    expect(formatInstant("2026-06-10T01:15:00+05:45", now)).toBe("9 Jun 19:30");
  });

  it("adds the year when it is another", () => {
    expect(formatInstant("2025-12-31T13:31:00Z", now)).toBe("31 Dec 2025 13:31");
    expect(formatDay("2026-06-09T13:31:00Z", now)).toBe("9 Jun");
  });

  it("says all of it for a title", () => expect(formatExact("2026-06-09T13:31:04Z")).toBe("9 Jun 2026 13:31:04 UTC"));

  it("does not throw at what is no time", () => expect(formatInstant("yesterday", now)).toBe("unknown"));
});

describe("counts", () => {
  it("says a number with its noun", () => {
    expect(countOf(0, "cluster")).toBe("no clusters");
    expect(countOf(1, "cluster")).toBe("1 cluster");
    expect(countOf(1204, "evidence item")).toBe("1,204 evidence items");
    expect(countOf(2, "box", "boxes")).toBe("2 boxes");
  });

  it("never rounds a share to all or to none", () => {
    expect(formatShare(1)).toBe("100 %");
    expect(formatShare(0)).toBe("0 %");
    expect(formatShare(0.9999)).toBe("> 99.9 %");
    expect(formatShare(0.00001)).toBe("< 0.1 %");
    expect(formatShare(0.3249)).toBe("32.5 %");
  });

  it("says bytes in powers of 1,024", () => {
    expect(formatBytes(0)).toBe("0 B");
    expect(formatBytes(1023)).toBe("1,023 B");
    expect(formatBytes(1_572_864)).toBe("1.5 MiB");
    expect(formatBytes(64 * 1024 ** 2)).toBe("64 MiB");
  });
});

describe("cn", () => {
  it("knows that a size of type is no colour", () => {
    expect(cn("text-small text-ink2", "text-body")).toBe("text-ink2 text-body");
    expect(cn("rounded-card", "rounded-cell")).toBe("rounded-cell");
  });
});
