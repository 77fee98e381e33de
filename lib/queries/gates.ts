import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { type Gate, GateSchema, type PutGateInput } from "@/lib/domain/gates/gate";
import { GateActivityDto } from "@/lib/domain/gates/gate-activity";
import { GateRunDto, type Outcome, OutcomeSchema } from "@/lib/domain/gates/gate-run";
import { api } from "@/lib/routes";
import { nullWhenNotFound, pageOf, requestJson } from "./fetcher";
import { everyItem, PAGE_LIMIT } from "./settings-pages";

const Gates = pageOf(GateSchema);
const Activity = z.object({ release: z.string(), items: z.array(GateActivityDto) });
export type GateActivityAnswer = z.infer<typeof Activity>;
const Runs = pageOf(GateRunDto).extend({ counts: z.record(OutcomeSchema, z.number().int()) });
export type GateRunsPage = z.infer<typeof Runs>;

export const GATE_RUNS_SHOWN = 50;

export interface GateRunsOf {
  gate: string;
  cluster: string | undefined;
  /** Undefined: runs of every release. */
  release: string | undefined;
  outcome: Outcome | undefined;
}

function runsPage(of: GateRunsOf, cursor: string | undefined, signal?: AbortSignal) {
  const address = api.gateRuns({ ...of, limit: GATE_RUNS_SHOWN, cursor });
  return requestJson(address, Runs, signal === undefined ? {} : { signal });
}

/** What the pages of gates ask for. */
export const gateQueries = {
  /** Every gate in force, by area. */
  catalogue: () =>
    queryOptions({
      queryKey: ["gates", "every"],
      queryFn: ({ signal }): Promise<Gate[]> =>
        everyItem((cursor) =>
          requestJson(api.gates({ limit: PAGE_LIMIT, cursor: cursor ?? undefined }), Gates, { signal }),
        ),
    }),
  /** What was run with a release; null where no such release, or none at all, is known. */
  activity: (release: string | undefined) =>
    queryOptions({
      queryKey: ["gates", "activity", release ?? null],
      queryFn: ({ signal }) => nullWhenNotFound(requestJson(api.gateActivity(release), Activity, { signal })),
    }),
  /** The newest runs of one gate. */
  runs: (of: GateRunsOf) =>
    queryOptions({
      queryKey: ["gates", "runs-of", of],
      queryFn: ({ signal }) => runsPage(of, undefined, signal),
    }),
  /** The runs before a position. */
  earlierRuns: (of: GateRunsOf, cursor: string) => runsPage(of, cursor),
};

/** Defines a gate, or redefines it. */
export async function putGate(id: string, input: PutGateInput): Promise<Gate> {
  return requestJson(api.gate(id), GateSchema, { method: "PUT", body: input });
}

/** Takes the definition away that somebody made. */
export async function deleteGate(id: string): Promise<void> {
  await requestJson(api.gate(id), z.undefined(), { method: "DELETE" });
}
