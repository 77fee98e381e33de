/** Text over a vertical line of a chart. All lengths in px. */
export interface LineLabel {
  id: string;
  /** Where its line stands. */
  x: number;
  width: number;
}

export interface PlacedLabel {
  id: string;
  x: number;
  /** 0 is the upper row. */
  row: number;
  /** On which side of its line the text lies. */
  side: "left" | "right";
}

const GAP = 5;
const ROWS = 3;

interface Span {
  left: number;
  right: number;
}

const spanOf = ({ x, width }: LineLabel, side: "left" | "right"): Span =>
  side === "right" ? { left: x + GAP, right: x + GAP + width } : { left: x - GAP - width, right: x - GAP };

const touches = (a: Span, b: Span) => a.left < b.right + GAP && b.left < a.right + GAP;

/**
 * Places labels beside their lines without one covering another: first the upper row, then the lower, then one within
 * the plot; of the places that are free, the one that crosses the fewest other lines. `bounds` is the width there is.
 */
export function placeLabels(labels: readonly LineLabel[], bounds: Span): PlacedLabel[] {
  const taken: Span[][] = Array.from({ length: ROWS }, () => []);
  return labels
    .toSorted((a, b) => a.x - b.x)
    .map((label) => {
      const places = taken.flatMap((spans, row) =>
        (["left", "right"] as const).map((side) => {
          const span = spanOf(label, side);
          const isFree = !spans.some((other) => touches(span, other));
          const outside = Math.max(0, bounds.left - span.left) + Math.max(0, span.right - bounds.right);
          const crossed = labels.filter(({ id, x }) => id !== label.id && x > span.left && x < span.right).length;
          return { row, side, span, cost: (isFree ? 0 : 1e6) + outside * 1e3 + crossed * 10 + row };
        }),
      );
      // On a tie the right side: a reader looks there first.
      const best = places.toSorted((a, b) => a.cost - b.cost || (a.side === "right" ? -1 : 1))[0];
      if (best === undefined) return { id: label.id, x: label.x, row: 0, side: "right" };
      taken[best.row]?.push(best.span);
      return { id: label.id, x: label.x, row: best.row, side: best.side };
    });
}
