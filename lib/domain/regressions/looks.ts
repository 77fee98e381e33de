/** Looking after every run would flag five times as often: verdicts are given at 5, 10, 20, 30 and every 10 more runs. */
const FIRST_LOOKS = [5, 10] as const;
const STEP = 10;

/** The largest look of at most `n` runs; 0 before the first. */
export function lookAt(n: number): number {
  if (n >= STEP) return Math.floor(n / STEP) * STEP;
  return n >= FIRST_LOOKS[0] ? FIRST_LOOKS[0] : 0;
}

/** The next look after `n` runs. */
export function lookAfter(n: number): number {
  if (n < FIRST_LOOKS[0]) return FIRST_LOOKS[0];
  return (Math.floor(n / STEP) + 1) * STEP;
}
