/** One value of a label: its events before and after. */
export interface LabelValue {
  value: string;
  baseline: number;
  candidate: number;
}

export interface BubbleRow {
  value: string;
  shareBaseline: number;
  shareCandidate: number;
  difference: number;
  /** Its part of the whole excess; the parts of a label add up to 1, and may lie outside 0 to 1. */
  contribution: number;
  /** How telling it is: a great change of share, of much. */
  score: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * The values of one label, most telling first, after BubbleUp for counters: with `scale`, the traffic of the candidate
 * over that of the baseline, the contribution is (c - b·scale) / (Σc - Σb·scale) and the score is the difference of
 * the shares times ln(1 + max(b, c)). An empty value is a value. Contributions are 0 where there is no excess.
 */
export function bubbleUp(values: readonly LabelValue[], scale: number): BubbleRow[] {
  const before = sum(values.map(({ baseline }) => baseline));
  const after = sum(values.map(({ candidate }) => candidate));
  const excess = after - before * scale;
  return values
    .map(({ value, baseline, candidate }) => {
      const shareBaseline = before === 0 ? 0 : baseline / before;
      const shareCandidate = after === 0 ? 0 : candidate / after;
      const difference = shareCandidate - shareBaseline;
      return {
        value,
        shareBaseline,
        shareCandidate,
        difference,
        contribution: excess === 0 ? 0 : (candidate - baseline * scale) / excess,
        score: Math.abs(difference) * Math.log1p(Math.max(baseline, candidate)),
      };
    })
    .sort((a, b) => b.score - a.score);
}
