import { z } from "zod";
import { SecretRefSchema } from "./secret-ref";

/** Servers that speak the Prometheus HTTP API. */
export const BACKENDS = ["prometheus", "thanos", "cortex", "mimir", "victoriametrics"] as const;
export const BackendSchema = z.enum(BACKENDS);
export type Backend = z.infer<typeof BackendSchema>;

/** One matcher and more, as between the braces of a series; texts in double quotes. */
const MATCHER = String.raw`\s*[a-zA-Z_][a-zA-Z0-9_]*\s*(?:=~|!~|!=|=)\s*"(?:[^"\\\n]|\\.)*"\s*`;
const SELECTOR = new RegExp(`^(?:${MATCHER}(?:,${MATCHER})*)?$`);

/** Label matchers that choose one cluster; the metric's name is not theirs to choose. */
export const SelectorSchema = z
  .string()
  .max(1000)
  .regex(SELECTOR, 'not label matchers such as cluster="eu-1",env="prod"')
  .refine((text) => !/(^|,)\s*__name__\s*[=!]/.test(text), "must not choose the metric's name");

/** Headers that a tenant cannot be in: they are the connection's own, or a secret's. */
const OWN_HEADERS =
  /^(authorization|proxy-.*|cookie|host|connection|content-.*|transfer-encoding|te|upgrade|accept.*|user-agent|x-query-source)$/i;

const TenantSchema = z
  .object({
    header: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,100}$/, "not a header's name such as X-Scope-OrgID")
      .refine((name) => !OWN_HEADERS.test(name), "not a header for a tenant"),
    value: z.string().regex(/^[\x21-\x7e]([\x20-\x7e]{0,198}[\x21-\x7e])?$/, "at most 200 printable characters"),
  })
  .strict();

const UrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((text) => {
    const url = URL.parse(text);
    return url === null || (url.username === "" && url.password === "");
  }, "must not hold a password: name a secret with auth.ref")
  .refine((text) => !/[?#]/.test(text), "must end before ? and #");

/** Where the metrics of a cluster are asked for. */
export const PrometheusSourceSchema = z
  .object({
    url: UrlSchema.meta({
      description: "What stands before /api/v1: https://thanos.example.org, https://mimir.example.org/prometheus",
    }),
    auth: SecretRefSchema.extend({ scheme: z.enum(["bearer", "basic"]).optional() })
      .optional()
      .meta({ description: "A secret by name: a token, or user:password with the scheme basic. Never returned." }),
    tenant: TenantSchema.optional(),
    selector: SelectorSchema.optional().meta({
      description: 'Label matchers of this cluster; left out, cluster="<name>". Empty where the server holds no other.',
    }),
    backend: BackendSchema.optional().meta({ description: "Left out, it is asked." }),
    nodeLabel: z
      .string()
      .regex(/^[a-zA-Z_][a-zA-Z0-9_]{0,99}$/, "not a label's name")
      .optional()
      .meta({
        description: 'The label that names the node; left out, "node", as the chart\'s ServiceMonitors write it.',
      }),
  })
  .strict();
export type PrometheusSource = z.infer<typeof PrometheusSourceSchema>;

/** As it is shown: what is not known any more is left out. */
export const PrometheusSourceDto = PrometheusSourceSchema.strip();

/** The matchers that choose the cluster. */
export function selectorOf(source: PrometheusSource, cluster: string): string {
  return source.selector ?? `cluster=${JSON.stringify(cluster)}`;
}
