import { signalById } from "./catalogue/catalogue";
import { knownChangesBetween } from "./catalogue/known-changes";
import type { KnownChange } from "./known-change";
import type { Signal } from "./signal";
import { signalMetrics } from "./signal-metrics";
import type { SignalTest } from "./signal-test";

interface Releases {
  baselineRelease: string;
  release: string;
}

/** What changed between the two releases that touches the signal, with its source. */
export function changesOf(signal: Signal, { baselineRelease, release }: Releases): KnownChange[] {
  return knownChangesBetween(baselineRelease, release, signalMetrics(signal));
}

/**
 * Whether a rise is what the release notes announce: the candidate refuses on purpose what the baseline let through.
 * Such a rise is amber and never red: it is no fault of the candidate, and yet somebody must see who is refused before
 * it is rolled out. Only the signals of denials rise by a tightening; a fall is not explained by it.
 */
export function isNamedTightening(test: Pick<SignalTest, "signalId" | "estimate">, releases: Releases): boolean {
  return test.estimate !== null && test.estimate.ratio > 1 && isRiseAnnounced(test.signalId, releases);
}

/** Whether the release notes announce that the signal rises; the same on every cluster. */
export function isRiseAnnounced(signalId: string, releases: Releases): boolean {
  const signal = signalById(signalId);
  return signal !== undefined && changesOf(signal, releases).some(({ effect }) => effect === "tightening");
}
