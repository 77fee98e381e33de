/** Where the fleet reports to, and as whom. */
export interface Settings {
  url: string;
  token: string;
}

/** @throws Error that names every missing or wrong variable */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { WAGGLE_URL: url = "", WAGGLE_SANDBOX_TOKEN: token = "" } = environment;
  const mistakes: string[] = [];
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? "")) mistakes.push("WAGGLE_URL must be an http or https address.");
  if (token === "") mistakes.push("WAGGLE_SANDBOX_TOKEN must be an API token with the scope admin.");
  if (mistakes.length > 0) throw new Error(mistakes.join(" "));
  return { url: url.replace(/\/+$/, ""), token };
}
