import { queryOptions } from "@tanstack/react-query";
import { type CreateWaiverInput, WaiverDto } from "@/lib/domain/regressions/waiver";
import { api } from "@/lib/routes";
import { pageOf, requestJson } from "./fetcher";
import { everyItem, PAGE_LIMIT } from "./settings-pages";

const Waivers = pageOf(WaiverDto);

export const waiverQueries = {
  /** Every waiver of a subject with a candidate, newest first. */
  of: (of: { release: string; subject: string }) =>
    queryOptions({
      queryKey: ["waivers", "of", of],
      queryFn: ({ signal }): Promise<WaiverDto[]> =>
        everyItem((cursor) =>
          requestJson(api.waivers({ ...of, limit: PAGE_LIMIT, cursor: cursor ?? undefined }), Waivers, { signal }),
        ),
    }),
};

/** Asks for a waiver; it holds when somebody else approved it. */
export async function createWaiver(input: CreateWaiverInput): Promise<WaiverDto> {
  return requestJson(api.waivers(), WaiverDto, { method: "POST", body: input });
}

/** Approves somebody else's waiver. */
export async function approveWaiver({ id, comment }: { id: string; comment?: string }): Promise<WaiverDto> {
  return requestJson(api.waiver(id, "approve"), WaiverDto, {
    method: "POST",
    body: comment === undefined ? {} : { comment },
  });
}

/** Ends a waiver at once. */
export async function revokeWaiver({ id, reason }: { id: string; reason: string }): Promise<WaiverDto> {
  return requestJson(api.waiver(id, "revoke"), WaiverDto, { method: "POST", body: { reason } });
}
