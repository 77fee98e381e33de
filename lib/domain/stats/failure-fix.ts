/**
 * Clean runs that prove a fix: so many in a row would come about at most 1 time in 20 if the failure rate were still
 * `pRegressed`. ceil(ln .05 / ln(1 - p)); 1 for p = 1. RangeError unless 0 < p <= 1.
 */
export function cleanRunsToVerify(pRegressed: number): number {
  if (!(pRegressed > 0 && pRegressed <= 1)) {
    throw new RangeError(`a rate of failures must be above 0 and at most 1, not ${pRegressed}`);
  }
  return pRegressed === 1 ? 1 : Math.max(1, Math.ceil(Math.log(0.05) / Math.log1p(-pRegressed)));
}
