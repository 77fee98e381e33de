"use client";

import { useMemo } from "react";
import { FilterField } from "@/components/data-table/filter-field";
import { NodeVerdictMark } from "@/components/status/result";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { FilterMenu } from "@/components/ui/filter-menu";
import { formatCount } from "@/components/ui/format-count";
import type { NodeGroupDto } from "@/lib/domain/nodes/dto";
import type { NodeVerdict } from "@/lib/domain/nodes/finding";
import { type Choice, choicesOf, imageOf } from "./filter-groups";
import { kernelPrefix } from "./kernel-prefix";
import type { NodeFilterState } from "./use-node-filters";

const WORST_FIRST = ["incompatible", "unknown", "compatible"] as const;

interface NodeFilterBarProps {
  groups: readonly NodeGroupDto[];
  counts: Record<NodeVerdict, number>;
  state: NodeFilterState;
}

/** On a narrow screen only those by which links lead here are offered; the text filter does the rest. */
const MENUS = [
  { name: "cluster", label: "Cluster", narrow: true },
  { name: "requirement", label: "Requirement", narrow: true },
  { name: "image", label: "Image", narrow: false },
  { name: "kernel", label: "Kernel", narrow: false },
] as const;

function choices(groups: readonly NodeGroupDto[]): Record<(typeof MENUS)[number]["name"], Choice[]> {
  return {
    cluster: choicesOf(groups, (group) => group.clusters.map(({ cluster, nodes }) => ({ value: cluster, nodes }))),
    requirement: choicesOf(groups, ({ findings }) =>
      findings.map(({ requirement, title }) => ({ value: requirement, label: title })),
    ),
    image: choicesOf(groups, (group) => [{ value: imageOf(group) }]),
    kernel: choicesOf(groups, ({ kernelRelease }) => [{ value: kernelPrefix(kernelRelease) }]),
  };
}

/** A value of the address that no node has any more can still be seen and taken away. */
function withChosen(known: readonly Choice[], chosen: readonly string[]) {
  const gone = chosen.filter((value) => !known.some((choice) => choice.value === value));
  return [...known, ...gone.map((value) => ({ value, label: value, nodes: 0 }))].map(({ value, label, nodes }) => ({
    value,
    label,
    detail: formatCount(nodes),
  }));
}

/** What of the nodes is in view. Every choice is in the address. */
export function NodeFilterBar({ groups, counts, state }: NodeFilterBarProps) {
  const { filters, change, clear, isFiltered } = state;
  const known = useMemo(() => choices(groups), [groups]);
  const toggle = (verdict: NodeVerdict) =>
    change({
      verdict: filters.verdict.includes(verdict)
        ? filters.verdict.filter((other) => other !== verdict)
        : [...filters.verdict, verdict],
    });
  return (
    <div className="mt-4 mb-2 flex flex-wrap items-center gap-2 print:hidden">
      <FilterField label="Filter nodes" value={filters.q} onChange={(q) => change({ q })} />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">Verdict, by nodes</legend>
        <Chip
          pressed={filters.verdict.length === 0}
          count={counts.compatible + counts.unknown + counts.incompatible}
          onClick={() => change({ verdict: [] })}
        >
          All
        </Chip>
        {WORST_FIRST.map((verdict) => (
          <Chip
            key={verdict}
            pressed={filters.verdict.includes(verdict)}
            count={counts[verdict]}
            mark={<NodeVerdictMark verdict={verdict} decorative />}
            onClick={() => toggle(verdict)}
          >
            {verdict}
          </Chip>
        ))}
      </fieldset>
      {MENUS.map(({ name, label, narrow }) => (
        <span key={name} className={narrow || filters[name].length > 0 ? "contents" : "contents max-sm:hidden"}>
          <FilterMenu
            label={label}
            values={filters[name]}
            options={withChosen(known[name], filters[name])}
            onValuesChange={(values) => change({ [name]: values })}
          />
        </span>
      ))}
      {isFiltered ? (
        <Button variant="quiet" onClick={clear}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}
