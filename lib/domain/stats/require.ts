/** Throws RangeError unless `value` is a whole number of at least 0. */
export function requireCount(value: number, name: string): void {
  if (!Number.isInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number of at least 0, not ${value}`);
  }
}

/** Throws RangeError unless 0 <= part <= whole, both whole numbers. */
export function requirePart(part: number, whole: number, name: string): void {
  requireCount(part, name);
  requireCount(whole, `the total of ${name}`);
  if (part > whole) throw new RangeError(`${name} is ${part}, more than its total ${whole}`);
}

/** Throws RangeError unless 0 <= value <= 1. */
export function requireProbability(value: number, name: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be within 0 and 1, not ${value}`);
}

/** Throws RangeError unless 0 < value < 1: a confidence level or a level of significance. */
export function requireLevel(value: number, name: string): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} must lie between 0 and 1, not ${value}`);
}

/** Throws RangeError for NaN or an infinite number among `values`, or for fewer than `least` of them. */
export function requireSample(values: readonly number[], name: string, least = 1): void {
  if (values.length < least) throw new RangeError(`${name} needs at least ${least} values, not ${values.length}`);
  if (!values.every(Number.isFinite)) throw new RangeError(`${name} must hold finite numbers only`);
}
