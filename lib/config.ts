import { resolve } from "node:path";
import { z } from "zod";

/** Every setting of the product, read from the environment in this file only. */
export interface Config {
  host: string;
  port: number;
  /** Where people reach the console; links and the Origin check use it. */
  publicUrl: string;
  /** Undefined while the launcher has not started the embedded server. */
  databaseUrl: string | undefined;
  /** Absolute path of the folder that keeps the embedded database and generated secrets. */
  dataDir: string;
  demo: boolean;
  /** Admin API tokens accepted from the first second: the user's own and the launcher's. */
  bootstrapTokens: string[];
  /** Signs sessions; the launcher generates one when the environment has none. */
  secret: string | undefined;
  /** The first admin account, when the environment names one. */
  admin: { email: string; password: string } | undefined;
  /** Where references to secrets are looked up: a folder of files, and variables by their name after `WAGGLE_REF_`. */
  secrets: { dir: string | undefined; variables: Record<string, string> };
  /** Whether a Prometheus on this machine itself may be asked, as in a demo. */
  allowLoopbackSources: boolean;
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
}

type Environment = Record<string, string | undefined>;

/** All mistakes of the environment at once, one sentence each. */
export class ConfigError extends Error {
  override name = "ConfigError";
  constructor(readonly mistakes: string[]) {
    super(mistakes.join("\n"));
  }
}

const token = (name: string) =>
  z
    .string()
    .regex(/^\S{16,}$/, `${name} must have at least 16 characters and no spaces.`)
    .optional();

const isPostgresUrl = (text: string) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? "");
const isWebUrl = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? "");

const environmentSchema = z
  .object({
    HOST: z.string().default("127.0.0.1"),
    PORT: z.coerce
      .number("PORT must be a whole number from 1 to 65535.")
      .refine((port) => Number.isInteger(port) && port >= 1 && port <= 65_535, {
        error: "PORT must be a whole number from 1 to 65535.",
      })
      .default(3000),
    DATABASE_URL: z
      .string()
      .refine(isPostgresUrl, "DATABASE_URL must look like postgresql://user:password@host:5432/name.")
      .optional(),
    WAGGLE_DATA_DIR: z.string().default(".waggle"),
    WAGGLE_DEMO: z.enum(["on", "off"], "WAGGLE_DEMO must be on or off.").default("on"),
    WAGGLE_BOOTSTRAP_TOKEN: token("WAGGLE_BOOTSTRAP_TOKEN"),
    WAGGLE_LAUNCH_TOKEN: token("WAGGLE_LAUNCH_TOKEN"),
    WAGGLE_SECRET: z.string().min(32, "WAGGLE_SECRET must have at least 32 characters.").optional(),
    WAGGLE_PUBLIC_URL: z.string().refine(isWebUrl, "WAGGLE_PUBLIC_URL must be an http or https address.").optional(),
    WAGGLE_ADMIN_EMAIL: z.email("WAGGLE_ADMIN_EMAIL must be an e-mail address.").optional(),
    WAGGLE_ADMIN_PASSWORD: z
      .string()
      .min(12, "WAGGLE_ADMIN_PASSWORD must have at least 12 characters.")
      .max(128, "WAGGLE_ADMIN_PASSWORD must have at most 128 characters.")
      .optional(),
    WAGGLE_SECRETS_DIR: z.string().optional(),
    WAGGLE_ALLOW_LOOPBACK_SOURCES: z
      .enum(["on", "off"], "WAGGLE_ALLOW_LOOPBACK_SOURCES must be on or off.")
      .default("off"),
    LOG_LEVEL: z
      .enum(
        ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
        "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.",
      )
      .default("info"),
  })
  .check((context) => {
    const { WAGGLE_ADMIN_EMAIL: email, WAGGLE_ADMIN_PASSWORD: password } = context.value;
    if ((email === undefined) === (password === undefined)) return;
    const message = "WAGGLE_ADMIN_EMAIL and WAGGLE_ADMIN_PASSWORD belong together: set both or neither.";
    context.issues.push({ code: "custom", message, input: context.value });
  });

/** A wildcard address is where to listen, not where to go. */
function addressOf(host: string, port: number): string {
  if (host === "0.0.0.0" || host === "::") return `http://localhost:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Reads and checks the environment; an empty value counts as unset. Throws {@link ConfigError} with every mistake. */
export function loadConfig(environment: Environment = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message));
  const env = parsed.data;
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.WAGGLE_PUBLIC_URL ?? addressOf(env.HOST, env.PORT)).replace(/\/+$/, ""),
    databaseUrl: env.DATABASE_URL,
    dataDir: resolve(env.WAGGLE_DATA_DIR),
    demo: env.WAGGLE_DEMO === "on",
    bootstrapTokens: [env.WAGGLE_BOOTSTRAP_TOKEN, env.WAGGLE_LAUNCH_TOKEN].filter((value) => value !== undefined),
    secret: env.WAGGLE_SECRET,
    admin:
      env.WAGGLE_ADMIN_EMAIL !== undefined && env.WAGGLE_ADMIN_PASSWORD !== undefined
        ? { email: env.WAGGLE_ADMIN_EMAIL, password: env.WAGGLE_ADMIN_PASSWORD }
        : undefined,
    secrets: {
      dir: env.WAGGLE_SECRETS_DIR === undefined ? undefined : resolve(env.WAGGLE_SECRETS_DIR),
      variables: secretVariables(given),
    },
    allowLoopbackSources: env.WAGGLE_ALLOW_LOOPBACK_SOURCES === "on",
    logLevel: env.LOG_LEVEL,
  };
}

/** Only variables that are meant as secrets to refer to: a reference must not reach any other. */
function secretVariables(given: Environment): Record<string, string> {
  const prefix = "WAGGLE_REF_";
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}

let cached: Config | undefined;

/** The settings of this process, read at the first call, so that importing a module never fails. */
export function config(): Config {
  cached ??= loadConfig();
  return cached;
}
