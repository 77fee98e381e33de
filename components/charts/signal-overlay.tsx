"use client";

import { useId } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import type { ChartMark } from "./chart-marks";
import { placeLabels } from "./place-labels";
import type { Gap, LoneHour } from "./prepare-signal-chart";
import type { ChartThreshold } from "./prepare-thresholds";

/** Inter at 12 px: its letters and figures are on average this wide. */
const CHARACTER_PX = 6.2;
const ROW_PX = 16;
const HALO = { paintOrder: "stroke", stroke: "var(--bg)", strokeWidth: 4, strokeLinejoin: "round" } as const;
/** recharts draws areas at 100, lines at 400 and labels at 2000; gaps cover the area, for nothing is known of them. */
const BENEATH = 90;
const OVER_AREA = 150;
const ABOVE = 450;
const LABELS = 2100;

/** Maps a time or a value to px; undefined before the axes are known. */
function useMap() {
  const x = useXAxisScale();
  const y = useYAxisScale();
  return { x: (time: number) => x?.(time) ?? 0, y: (value: number) => y?.(value) ?? 0 };
}

const hoursWords = (hours: number) => (hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} d`);

/** Hours of which nothing is known: hatched, and named where there is room. */
export function GapMarks({ gaps }: { gaps: readonly Gap[] }) {
  const id = useId();
  const plot = usePlotArea();
  const { x } = useMap();
  if (plot === undefined) return null;
  return (
    <ZIndexLayer zIndex={OVER_AREA}>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="1" y1="0" x2="1" y2="6" stroke="var(--unproven)" strokeOpacity=".28" strokeWidth="1.2" />
        </pattern>
      </defs>
      {gaps.map(({ from, to, hours }) => {
        const left = x(from);
        const width = Math.max(1.5, x(to) - left);
        const middle = left + width / 2;
        return (
          <g key={from} data-gap={hours}>
            <rect x={left} y={plot.y} width={width} height={plot.height} fill="var(--bg)" />
            <rect x={left} y={plot.y} width={width} height={plot.height} fill={`url(#${id})`} />
            {width < 56 ? null : (
              <text textAnchor="middle" fontSize="12" fill="var(--ink2)" {...HALO}>
                <tspan x={middle} y={plot.y + plot.height / 2 - 4}>
                  no data
                </tspan>
                <tspan x={middle} dy="16">
                  {hoursWords(hours)}
                </tspan>
              </text>
            )}
          </g>
        );
      })}
    </ZIndexLayer>
  );
}

/** Limits as thin lines with their value in words, at the left where the candidate seldom is, beside gaps. */
export function ThresholdLines({ thresholds, gaps }: { thresholds: readonly ChartThreshold[]; gaps: readonly Gap[] }) {
  const plot = usePlotArea();
  const { x, y } = useMap();
  if (plot === undefined) return null;
  const hatched = gaps.map(({ from, to }) => ({ left: x(from), right: x(to) }));
  const textX = (label: string) => {
    const width = label.length * CHARACTER_PX;
    const beside = hatched.reduce(
      (left, gap) => (gap.left < left + width && gap.right > left ? gap.right + 6 : left),
      plot.x + 4,
    );
    return beside + width > plot.x + plot.width ? plot.x + 4 : beside;
  };
  return (
    <ZIndexLayer zIndex={ABOVE}>
      {thresholds.map(({ value, label }) => (
        <g key={label}>
          <line
            x1={plot.x}
            x2={plot.x + plot.width}
            y1={y(value)}
            y2={y(value)}
            stroke="var(--ink3)"
            strokeWidth="1"
            shapeRendering="crispEdges"
          />
          <text x={textX(label)} y={y(value) - 5} fontSize="12" fill="var(--ink2)" {...HALO}>
            {label}
          </text>
        </g>
      ))}
    </ZIndexLayer>
  );
}

/** Hours without a neighbour, which no line reaches. */
export function LoneDots({ dots }: { dots: readonly LoneHour[] }) {
  const { x, y } = useMap();
  return (
    <ZIndexLayer zIndex={ABOVE}>
      {dots.map(({ at, value, side }) => (
        <circle
          key={`${side} ${at}`}
          cx={x(at)}
          cy={y(value)}
          r={2}
          fill={side === "candidate" ? "var(--cand)" : "var(--base)"}
        />
      ))}
    </ZIndexLayer>
  );
}

/** The onset with its uncertainty behind the data, and every mark's line and text in rows above the plot. */
export function MarkLines({ marks }: { marks: readonly ChartMark[] }) {
  const plot = usePlotArea();
  const { x } = useMap();
  if (plot === undefined) return null;
  const bottom = plot.y + plot.height;
  const labels = marks.map(({ id, at, label }) => ({ id, x: x(at), width: label.length * CHARACTER_PX }));
  const placed = new Map(
    placeLabels(labels, { left: 0, right: plot.x + plot.width }).map((label) => [label.id, label]),
  );
  // The baseline of the first row's text: two rows fit above the plot, a third lies within.
  const textY = (row: number) => plot.y - 2 * ROW_PX + 6 + row * ROW_PX;
  return (
    <>
      <ZIndexLayer zIndex={BENEATH}>
        {marks.map(({ id, band }) =>
          band === undefined ? null : (
            <rect
              key={id}
              x={x(band.from)}
              y={plot.y}
              width={Math.max(2, x(band.to) - x(band.from))}
              height={plot.height}
              fill="var(--blocked-tint)"
            />
          ),
        )}
      </ZIndexLayer>
      <ZIndexLayer zIndex={LABELS}>
        {marks.map(({ id, at, label, kind }) => {
          const place = placed.get(id);
          const row = place?.row ?? 0;
          const isLeft = place?.side === "left";
          return (
            <g key={id} data-mark={id}>
              <line
                x1={x(at)}
                x2={x(at)}
                y1={textY(row) - 10}
                y2={bottom}
                {...(kind === "onset"
                  ? { stroke: "var(--blocked)", strokeWidth: 2 }
                  : { stroke: "var(--ink2)", strokeWidth: 1, strokeDasharray: "2 3" })}
              />
              <text
                x={x(at) + (isLeft ? -5 : 5)}
                y={textY(row)}
                textAnchor={isLeft ? "end" : "start"}
                fontSize="12"
                fill="var(--ink)"
                {...HALO}
              >
                {label}
              </text>
            </g>
          );
        })}
      </ZIndexLayer>
    </>
  );
}
