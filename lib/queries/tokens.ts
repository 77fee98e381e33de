import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { CreatedTokenDto, type CreateTokenInput, TokenDto } from "@/lib/domain/auth/token";
import { api } from "@/lib/routes";
import { pageOf, requestJson } from "./fetcher";
import { everyItem, PAGE_LIMIT } from "./settings-pages";

const Tokens = pageOf(TokenDto);

/** Every API token, newest first. */
export function allTokens() {
  return queryOptions({
    queryKey: ["tokens"],
    queryFn: ({ signal }) =>
      everyItem((cursor) =>
        requestJson(api.tokens({ limit: PAGE_LIMIT, cursor: cursor ?? undefined }), Tokens, { signal }),
      ),
  });
}

/** The answer holds the token; nothing else will. */
export async function createToken(input: CreateTokenInput): Promise<CreatedTokenDto> {
  return requestJson(api.tokens(), CreatedTokenDto, { method: "POST", body: input });
}

export async function revokeToken(id: string): Promise<void> {
  await requestJson(api.token(id), z.undefined(), { method: "DELETE" });
}
