"use client";

import Link from "next/link";
import { useState } from "react";
import { ShowMore } from "@/components/data-table/show-more";
import { StatusWord } from "@/components/status/status-mark";
import type { Presentation } from "@/components/status/status-presentation";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { Instant } from "@/components/ui/time";
import type { CalibrationDto } from "@/lib/domain/regressions/dto";
import { routes } from "@/lib/routes";
import { replayStateWords, sortReplays } from "./calibration-words";

type Replay = CalibrationDto["replays"][number];

const PRESENTATION: Readonly<Record<Replay["state"], Presentation>> = {
  passed: { shape: "check-disc", word: "passed", token: "ready" },
  waiting: { shape: "dashed-ring", word: "waiting", token: "unproven" },
  failed: { shape: "triangle", word: "failed", token: "review" },
};
const STEP = 50;

/** Where each cluster stands: whether the rules were quiet on its own stable weeks. */
export function ReplayTable({ replays }: Pick<CalibrationDto, "replays">) {
  const [shown, setShown] = useState(STEP);
  const sorted = sortReplays(replays);
  return (
    <>
      <Table label="Replay of the signal rules on each cluster's stable weeks">
        <thead>
          <tr>
            <HeadCell className="pl-3.5">Cluster</HeadCell>
            <HeadCell>Replay</HeadCell>
            <HeadCell>Stands at</HeadCell>
            <HeadCell className="max-md:hidden">What it means</HeadCell>
            <HeadCell numeric className="pr-3.5 max-sm:hidden">
              Replayed
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shown).map((replay) => (
            <Row key={replay.cluster}>
              <RowHead pinned={false} className="pl-3.5">
                <Link
                  href={routes.cluster(replay.cluster)}
                  prefetch={false}
                  className="touch inline-flex min-h-6 items-center rounded-cell font-medium hover:underline"
                >
                  {replay.cluster}
                </Link>
              </RowHead>
              <Cell>
                <StatusWord presentation={PRESENTATION[replay.state]} strong={replay.state === "failed"} />
              </Cell>
              <Cell className="figures">{replayStateWords(replay)}</Cell>
              <Cell className="text-ink2 max-md:hidden">{replay.summary}</Cell>
              <Cell numeric className="pr-3.5 text-ink2 max-sm:hidden">
                {replay.replayedAt === null ? "not yet" : <Instant iso={replay.replayedAt} />}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {replays.length > STEP ? (
        <ShowMore
          shown={Math.min(shown, replays.length)}
          total={replays.length}
          noun="cluster"
          onMore={shown < replays.length ? () => setShown(shown + STEP) : undefined}
          loading={false}
          error={null}
        />
      ) : null}
    </>
  );
}
