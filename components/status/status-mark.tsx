import type { ComponentType } from "react";
import { cn } from "@/components/ui/cn";
import {
  Arc,
  BarSquare,
  CheckDisc,
  CheckRing,
  Clock,
  CrossOctagon,
  DashedRing,
  ReturnSquare,
  type ShapeProps,
  SmallRing,
  WarningTriangle,
} from "@/components/ui/shapes";
import type { Presentation, Shape, Token } from "./status-presentation";

const DRAWING: Readonly<Record<Shape, ComponentType<ShapeProps>>> = {
  "check-disc": CheckDisc,
  "check-ring": CheckRing,
  triangle: WarningTriangle,
  "dashed-ring": DashedRing,
  clock: Clock,
  "octagon-cross": CrossOctagon,
  arc: Arc,
  "bar-square": BarSquare,
  "return-square": ReturnSquare,
  "small-ring": SmallRing,
};

const COLOUR: Readonly<Record<Token, string>> = {
  ready: "text-ready",
  review: "text-review",
  unproven: "text-unproven",
  blocked: "text-blocked",
  running: "text-running",
  held: "text-held",
  ink3: "text-ink3",
};

export interface MarkProps {
  /** The word stands beside the mark, so the mark itself stays silent. */
  decorative?: boolean;
  /** Side of the square in px; 14 in text, 22 beside a title. */
  size?: number;
  className?: string | undefined;
}

/** Draws a state. Unless it is decorative, its word is its accessible name. */
export function StatusMark({
  presentation,
  decorative = false,
  size = 14,
  className,
}: MarkProps & { presentation: Presentation }) {
  const Drawing = DRAWING[presentation.shape];
  return (
    <Drawing
      width={size}
      height={size}
      title={decorative ? undefined : presentation.word}
      className={cn(COLOUR[presentation.token], className)}
    />
  );
}

/** Mark and word together. `strong` is for what is not well: full ink and weight. */
export function StatusWord({
  presentation,
  strong = false,
  className,
  size,
}: { presentation: Presentation; strong?: boolean } & Omit<MarkProps, "decorative">) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 whitespace-nowrap align-top",
        strong ? "font-semibold text-ink" : "text-ink2",
        className,
      )}
    >
      <StatusMark presentation={presentation} decorative {...(size === undefined ? {} : { size })} />
      {presentation.word}
    </span>
  );
}
