/** Where Waggle is reached: by its configured address, and by the host this request was sent to. */
export interface OwnAddress {
  /** http(s)://host[:port] */
  publicUrl: string;
  /** The request's Host header. */
  host: string | null;
}

/**
 * Whether a page of this origin may write with the session of its reader. Besides the configured address that is
 * the host the request went to: `localhost` and `127.0.0.1` are two origins of one server, and a browser sends a
 * session only to the host that set it. A page that came over plain http never counts where the address is https.
 */
export function isOwnOrigin(origin: string | null, own: OwnAddress): boolean {
  const from = origin === null ? null : URL.parse(origin);
  const address = URL.parse(own.publicUrl);
  if (from === null || address === null || !/^https?:$/.test(from.protocol) || from.origin !== origin) return false;
  if (from.origin === address.origin) return true;
  if (address.protocol === "https:" && from.protocol !== "https:") return false;
  return own.host !== null && URL.parse(`${from.protocol}//${own.host}`)?.origin === from.origin;
}
