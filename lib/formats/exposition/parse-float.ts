/** Digits with single underscores between them, as Go lets a literal have. */
const DIGITS = "[0-9](?:_?[0-9])*";
const DECIMAL = new RegExp(`^[+-]?(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?$`);

const HEX = "[0-9a-fA-F](?:_?[0-9a-fA-F])*";
const HEXADECIMAL = new RegExp(`^[+-]?0[xX](?:_?${HEX}(?:\\.(?:${HEX})?)?|\\.${HEX})[pP][+-]?${DIGITS}$`);
const HEXADECIMAL_PARTS = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)p(.+)$/i;

const INFINITE = /^([+-]?)inf(?:inity)?$/i;

/** Plain decimals are nearly all there is; they need no second look. */
const PLAIN = /^-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?$/;

/** A float64 written out in full, its least one too, is shorter. */
const MAX_LENGTH = 1100;

/**
 * A number as Go's ParseFloat reads it (https://pkg.go.dev/strconv#ParseFloat): decimal, hexadecimal with a binary
 * exponent, underscores between digits, NaN and infinities in any case. Null: not a number, or beyond a float64.
 */
export function parseGoFloat(text: string): number | null {
  if (text.length > MAX_LENGTH) return null;
  if (PLAIN.test(text)) return finite(Number(text));
  if (DECIMAL.test(text)) return finite(Number(text.replaceAll("_", "")));
  const infinite = INFINITE.exec(text);
  if (infinite) return infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(text)) return Number.NaN;
  return HEXADECIMAL.test(text) ? parseHexadecimal(text.replaceAll("_", "")) : null;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function parseHexadecimal(text: string): number | null {
  const [, sign, whole = "", fraction = "", exponent = ""] = HEXADECIMAL_PARTS.exec(text) ?? [];
  const mantissa = Number(BigInt(`0x0${whole}${fraction}`));
  const magnitude = scale(mantissa, Number(exponent) - 4 * fraction.length);
  return finite(sign === "-" ? -magnitude : magnitude);
}

/** mantissa · 2^exponent in steps, so that no power overflows before the product does. */
function scale(mantissa: number, exponent: number): number {
  let value = mantissa;
  let left = Math.max(-10_000, Math.min(10_000, exponent));
  while (left !== 0 && value !== 0 && Number.isFinite(value)) {
    const step = Math.max(-1000, Math.min(1000, left));
    value *= 2 ** step;
    left -= step;
  }
  return value;
}
