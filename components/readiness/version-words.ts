/**
 * A version as a column about one candidate shows it: the part that differs. `1.20.0-pre.3` stands as `pre.3` beside
 * a candidate of 1.20.0; anything else stands as it is.
 */
export function versionInView(version: string, candidate: string): { hidden: string; shown: string } {
  const [core = "", ...pre] = version.split("-");
  if (pre.length === 0 || candidate.split("-")[0] !== core) return { hidden: "", shown: version };
  return { hidden: `${core}-`, shown: pre.join("-") };
}
