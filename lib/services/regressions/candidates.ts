import type { ClaimedCellMark } from "@/lib/db/outbox";
import type { ReleaseDto } from "@/lib/domain/releases/release";
import { compareVersions } from "@/lib/domain/releases/version";

/** A release that is compared with another. */
export interface Candidate {
  id: number;
  version: string;
  baseline: string;
  baselineId: number;
  /** It is not tracked any more and a newer one is: nothing of it is looked at again. */
  superseded: boolean;
}

/** The clusters, by id, whose runs or signals must be compared again. */
export interface Touched {
  gate: Set<number>;
  signal: Set<number>;
}

/** The release as a candidate; null where nothing is known to compare it with. */
export function candidateOf(id: number, releases: ReadonlyMap<number, ReleaseDto>): Candidate | null {
  const release = releases.get(id);
  if (release === undefined || release.baseline === null) return null;
  const { version, baseline } = release;
  const baselineId = [...releases].find(([, other]) => other.version === baseline)?.[0];
  if (baselineId === undefined) return null;
  const isNewer = (other: ReleaseDto) => other.tracked && compareVersions(other.version, version) > 0;
  return { id, version, baseline, baselineId, superseded: !release.tracked && [...releases.values()].some(isNewer) };
}

/** What is meant by marks: the release itself, and every tracked one that is compared with it. In the order of ids. */
export function touchedBy(
  marks: readonly ClaimedCellMark[],
  releases: ReadonlyMap<number, ReleaseDto>,
): { candidate: Candidate; touched: Touched; marks: ClaimedCellMark[] }[] {
  const meant = new Map<number, ClaimedCellMark[]>();
  for (const mark of marks) {
    const version = releases.get(mark.releaseId)?.version;
    const compared = [...releases].filter(([, release]) => release.tracked && release.baseline === version);
    for (const id of new Set([mark.releaseId, ...compared.map(([other]) => other)])) {
      meant.set(id, [...(meant.get(id) ?? []), { ...mark, releaseId: id }]);
    }
  }
  return [...meant]
    .sort(([a], [b]) => a - b)
    .flatMap(([id, own]) => {
      const candidate = candidateOf(id, releases);
      return candidate === null ? [] : [{ candidate, touched: clustersOf(own), marks: own }];
    });
}

function clustersOf(marks: readonly ClaimedCellMark[]): Touched {
  const of = (family: "gate" | "signal") =>
    new Set(marks.filter((mark) => mark.family === null || mark.family === family).map((mark) => mark.clusterId));
  return { gate: of("gate"), signal: of("signal") };
}
