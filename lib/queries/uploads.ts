import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { UploadDto, type UploadKind, type UploadState } from "@/lib/domain/uploads/upload";
import { api } from "@/lib/routes";
import { pageOf, requestJson } from "./fetcher";

const Uploads = pageOf(UploadDto).extend({ counts: z.record(z.string(), z.number().int()) });
export type UploadsPage = z.infer<typeof Uploads>;

export const UPLOADS_SHOWN = 50;

/** A replay is counted without an event, so the list is also asked by the clock. */
const ASK_AGAIN_MS = 30_000;

export interface UploadsOf {
  kind: UploadKind | undefined;
  state: UploadState | undefined;
  cluster: string | undefined;
}

function uploadsPage(of: UploadsOf, cursor: string | undefined, signal?: AbortSignal) {
  const address = api.uploads({ ...of, limit: UPLOADS_SHOWN, cursor });
  return requestJson(address, Uploads, signal === undefined ? {} : { signal });
}

/** What the page of uploads asks for. */
export const uploadQueries = {
  /** The newest uploads, and how many there are of each state. */
  newest: (of: UploadsOf) =>
    queryOptions({
      queryKey: ["uploads", "newest", of],
      refetchInterval: ASK_AGAIN_MS,
      queryFn: ({ signal }) => uploadsPage(of, undefined, signal),
    }),
  /** The uploads before a position. */
  earlier: (of: UploadsOf, cursor: string) => uploadsPage(of, cursor),
};
