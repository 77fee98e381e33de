import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/**
 * The ten shapes, drawn on 16 × 16 in the current colour: filled is fact, outline is absence.
 * Whatever is cut out of a filled shape shows the page. They say nothing by themselves: give a
 * `title` (the accessible name) unless a word stands beside them.
 */
export interface ShapeProps extends Omit<ComponentProps<"svg">, "children"> {
  title?: string | undefined;
}

const CUT = {
  fill: "none",
  stroke: "var(--bg)",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

function Frame({ title, className, children, ...rest }: ShapeProps & { children: ReactNode }) {
  const naming = title === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": title };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named or hidden by what is spread below
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      fill="none"
      focusable="false"
      className={cn("shrink-0", className)}
      {...naming}
      {...rest}
    >
      {children}
    </svg>
  );
}

export function CheckDisc(props: ShapeProps) {
  return (
    <Frame {...props}>
      <circle cx="8" cy="8" r="7.2" fill="currentColor" />
      <path d="m4.9 8.3 2.2 2.2 4-4.6" {...CUT} />
    </Frame>
  );
}

/** The ring is at half strength and the check is not: quiet, and still legible. */
export function CheckRing(props: ShapeProps) {
  return (
    <Frame {...props}>
      <circle cx="8" cy="8" r="6.9" stroke="currentColor" strokeOpacity=".5" strokeWidth="1.2" />
      <path
        d="m5.2 8.2 2 2 3.6-4.2"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Frame>
  );
}

export function WarningTriangle(props: ShapeProps) {
  return (
    <Frame {...props}>
      <path
        d="M8 1.9 14.6 13.7H1.4Z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M8 6.1v3.3" {...CUT} />
      <circle cx="8" cy="11.9" r="1.05" fill="var(--bg)" />
    </Frame>
  );
}

export function DashedRing(props: ShapeProps) {
  return (
    <Frame {...props}>
      {/* Eight dashes: the circumference of r = 6.6 is 41.47, a period of it 5.18. */}
      <circle cx="8" cy="8" r="6.6" stroke="currentColor" strokeWidth="1.6" strokeDasharray="3.1 2.084" />
    </Frame>
  );
}

export function Clock(props: ShapeProps) {
  return (
    <Frame {...props}>
      <circle cx="8" cy="8" r="6.7" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 4.4V8l2.4 1.8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </Frame>
  );
}

export function CrossOctagon(props: ShapeProps) {
  return (
    <Frame {...props}>
      <path
        d="M5.3 1.2h5.4l4.1 4.1v5.4l-4.1 4.1H5.3L1.2 10.7V5.3Z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
      />
      <path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" {...CUT} />
    </Frame>
  );
}

export function Arc({ className, ...props }: ShapeProps) {
  return (
    <Frame className={className} {...props}>
      <circle cx="8" cy="8" r="6.4" stroke="currentColor" strokeOpacity=".28" strokeWidth="2" />
      <g className="turning">
        <circle cx="8" cy="8" r="6.4" />
        <path d="M8 1.6A6.4 6.4 0 0 1 14.3 9" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      </g>
    </Frame>
  );
}

export function BarSquare(props: ShapeProps) {
  return (
    <Frame {...props}>
      <rect x="1" y="1" width="14" height="14" rx="2.4" fill="currentColor" />
      <path d="M4.7 8h6.6" {...CUT} />
    </Frame>
  );
}

export function ReturnSquare(props: ShapeProps) {
  return (
    <Frame {...props}>
      <rect x="1" y="1" width="14" height="14" rx="2.4" fill="currentColor" />
      <path d="M6.2 4.2 4 6.4l2.2 2.2M4.2 6.4h5a2.4 2.4 0 0 1 0 4.8H7" {...CUT} strokeWidth={1.5} />
    </Frame>
  );
}

export function SmallRing(props: ShapeProps) {
  return (
    <Frame {...props}>
      <circle cx="8" cy="8" r="3.4" stroke="currentColor" strokeWidth="1.5" />
    </Frame>
  );
}
