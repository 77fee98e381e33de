const ANYWHERE = "http://anywhere.invalid";
const NOT_A_PAGE = /^\/(api|sign-in|welcome)(\/|$)/;

/**
 * The path to go on to after sign-in: the given one if it is a page of this product, else the first page.
 * Browsers read `//host`, `/\host` and control characters as another host; such a path is not taken.
 */
export function safePath(path: string | null | undefined): string {
  if (typeof path !== "string" || !path.startsWith("/") || /\\|\p{Cc}/u.test(path)) return "/";
  const url = URL.parse(path, ANYWHERE);
  if (url === null || url.origin !== ANYWHERE || NOT_A_PAGE.test(url.pathname)) return "/";
  const result = `${url.pathname}${url.search}${url.hash}`;
  return result.startsWith("//") ? "/" : result;
}
