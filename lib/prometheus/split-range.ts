/** Prometheus refuses more points for one series (web/api/v1/api.go: "exceeded maximum resolution of 11,000 points"). */
export const MAX_POINTS = 11_000;

export interface Range {
  /** Seconds since 1970, both ends included. */
  start: number;
  end: number;
}

/** Ranges of at most so many steps that together have the same points, none of them twice. */
export function splitRange({ start, end }: Range, step: number, maxPoints = MAX_POINTS): Range[] {
  const parts: Range[] = [];
  for (let from = start; from <= end; from += step * maxPoints) {
    parts.push({ start: from, end: Math.min(end, from + step * (maxPoints - 1)) });
  }
  return parts;
}
