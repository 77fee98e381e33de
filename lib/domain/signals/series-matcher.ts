import type { Matcher } from "./signal";

type Labels = ReadonlyMap<string, string>;

/**
 * Whether labels are as all matchers want them. As in PromQL a label that is absent is an empty one, and a regular
 * expression must match the whole value: https://prometheus.io/docs/prometheus/latest/querying/basics/
 */
export function compileMatchers(matchers: readonly Matcher[]): (labels: Labels) => boolean {
  const tests = matchers.map(compile);
  return (labels) => tests.every((test) => test(labels));
}

function compile({ label, op, value }: Matcher): (labels: Labels) => boolean {
  const wanted = op === "=" || op === "=~";
  if (op === "=" || op === "!=") return (labels) => ((labels.get(label) ?? "") === value) === wanted;
  const pattern = anchored(value);
  return (labels) => pattern.test(labels.get(label) ?? "") === wanted;
}

/** The catalogue's expressions mean the same in RE2 and here, but for the flag that stands before them in RE2. */
export function anchored(expression: string): RegExp {
  const flagged = /^\(\?i\)/.exec(expression);
  return new RegExp(`^(?:${flagged ? expression.slice(4) : expression})$`, flagged ? "isu" : "su");
}
