import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { CaseCountsSchema, GateCaseDto, GateRunDto } from "@/lib/domain/gates/gate-run";
import { api } from "@/lib/routes";
import { nullWhenNotFound, pageOf, requestJson } from "./fetcher";

const Cases = pageOf(GateCaseDto).extend({ counts: CaseCountsSchema });

/** As many cases as are asked for at once. */
export const CASES_PAGE = 500;

export interface CasesOf {
  run: string;
  status: "passed" | "failed" | "error" | "skipped" | "flaky" | undefined;
  search: string | undefined;
}

/** What the page of a run asks for. A run never changes, so no event makes these out of date. */
export const gateRunQueries = {
  /** Null where there is no such run. */
  run: (id: string) =>
    queryOptions({
      queryKey: ["gate-runs", id],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: ({ signal }) => nullWhenNotFound(requestJson(api.gateRun(id), GateRunDto, { signal })),
    }),
  /** Its cases, worst first; each page says how many cases the search leaves. */
  cases: ({ run, status, search }: CasesOf) =>
    infiniteQueryOptions({
      queryKey: ["gate-runs", run, "cases", { status: status ?? null, search: search ?? null }],
      staleTime: Number.POSITIVE_INFINITY,
      initialPageParam: null as string | null,
      queryFn: ({ pageParam, signal }) => {
        const cursor = pageParam ?? undefined;
        const address = api.gateRunCases(run, { status, search, executions: "last", limit: CASES_PAGE, cursor });
        return requestJson(address, Cases, { signal });
      },
      getNextPageParam: (page) => page.nextCursor,
    }),
};
