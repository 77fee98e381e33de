/** Numbers of cards as sentences write them. */

/** `0.03`, `0.004`, `< 0.001`; more digits next to 0.05, so that no rounding contradicts the verdict. */
export function qWords(q: number): string {
  if (q < 0.001) return "< 0.001";
  const isNearLimit = q >= 0.045 && q <= 0.055;
  return q < 0.01 || isNearLimit ? q.toFixed(3) : q.toFixed(2);
}

/** `q = 0.03`, `q < 0.001` */
export function qSentence(q: number): string {
  const words = qWords(q);
  return words.startsWith("<") ? `q ${words}` : `q = ${words}`;
}

const RAREST = 1e9;

function roundTo2Digits(value: number): number {
  return Number(value.toPrecision(2));
}

/** `1 time in 780`: two digits, they are all that is known of it. */
export function chanceWords(p: number): string {
  const times = 1 / Math.max(p, Number.MIN_VALUE);
  if (times > RAREST) return "less than 1 time in a billion";
  const rounded = times < 10 ? Math.max(1, Math.round(times)) : roundTo2Digits(times);
  return `about 1 time in ${rounded.toLocaleString("en-US")}`;
}

function signed(points: number): string {
  const rounded = Math.round(points);
  if (rounded === 0) return "0";
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}

/** `+28 pp (95 % CI +9…+58, Newcombe)` */
export function differenceWords({ value, low, high }: { value: number; low: number; high: number }): string {
  return `${signed(100 * value)} pp (95 % CI ${signed(100 * low)}…${signed(100 * high)}, Newcombe)`;
}

/** `9.8 pp` */
export function pointsWords(proportion: number): string {
  return `${Number((100 * proportion).toFixed(1))} pp`;
}

/** A number with three digits at most, and with separators: `41.8`, `0.0031`, `12,300`. */
export function valueWords(value: number): string {
  if (value === 0) return "0";
  const digits = Math.abs(value) >= 1000 ? 0 : undefined;
  if (digits === 0) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}

/** The most that a ratio is written out to; beyond, the baseline had as good as nothing. */
const LARGEST_RATIO = 10_000;

/** `13.5`, `1.3`, `240` */
export function ratioWords(ratio: number): string {
  if (ratio >= LARGEST_RATIO) return `more than ${LARGEST_RATIO.toLocaleString("en-US")}`;
  if (ratio >= 100) return Math.round(ratio).toLocaleString("en-US");
  return ratio >= 1 ? String(Number(ratio.toFixed(1))) : ratio.toFixed(2);
}

/** `99 %` */
export function shareWords(share: number): string {
  const percent = Math.round(100 * share);
  return `${percent === 100 && share < 1 ? 99 : percent} %`;
}
