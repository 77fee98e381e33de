import { describe, expect, it } from "vitest";
import { GinkgoAttempts } from "./ginkgo-attempts";

function failedIn(text: string, size = text.length || 1): number {
  const attempts = new GinkgoAttempts();
  for (let start = 0; start < text.length; start += size) attempts.append(text.slice(start, start + size));
  return attempts.failed;
}

const timeline = [
  "> Enter [It] settles - policy_test.go:12",
  "[FAILED] Failure recorded during attempt 1:",
  "",
  "Attempt #1 Failed.  Retrying ↺ @ 06/03/26 09:14:03.875",
  "",
  "  Attempt #2 Failed.  Retrying ↺ @ 06/03/26 09:14:04.875",
  `a line that says Attempt #3 Failed.  Retrying ${"x".repeat(5000)}`,
  "Attempt #4 Passed.  Repeating ↺ @ 06/03/26 09:14:05.875",
  "",
].join("\n");

describe("GinkgoAttempts", () => {
  it("counts the lines of Ginkgo, wherever the pieces end", () => {
    for (const size of [1, 2, 7, 79, 80, 81, 10_000]) expect(failedIn(timeline, size)).toBe(2);
  });

  it("knows the line of early 2.x", () => {
    expect(failedIn("\nGinkgo: Attempt #1 Failed.  Retrying...\nso tasty\n", 3)).toBe(1);
  });

  it("does not believe in more than a hundred", () => {
    expect(failedIn("Attempt #1 Failed.  Retrying\n".repeat(5000))).toBe(100);
  });
});
