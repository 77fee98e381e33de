import { DROP_REASONS, type DropReason } from "./catalogue/drop-reasons";

/**
 * Reasons that Cilium's own connectivity suite does not count as unexpected (cilium-cli/defaults/defaults.go,
 * ExpectedDropReasons, @ cilium v1.20.0-pre.4): seeing one for the first time is no novelty. A suite that passes says
 * nothing about these.
 */
const EXPECTED_CODES: ReadonlySet<number> = new Set([
  132, 133, 139, 143, 145, 150, 151, 158, 166, 168, 176, 181, 189, 194, 202,
]);

const EXPECTED = DROP_REASONS.filter((reason) => EXPECTED_CODES.has(reason.code));

/** The expected reasons in both spellings, as `reason` labels of the agent and of Hubble. */
export const EXPECTED_DROP_REASONS: ReadonlySet<string> = new Set(
  EXPECTED.flatMap(({ agent, hubble }) => (hubble === null ? [agent] : [agent, hubble])),
);

const BY_TEXT = new Map(
  DROP_REASONS.flatMap((reason): [string, DropReason][] =>
    [reason.agent, reason.hubble, String(reason.code)].flatMap((text) => (text === null ? [] : [[text, reason]])),
  ),
);

/** The reason that either spelling means; undefined for one that is not known, such as a newer one. */
export function dropReasonOf(text: string): DropReason | undefined {
  return BY_TEXT.get(text);
}
