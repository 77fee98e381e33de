import { z } from "zod";

/** The six areas of readiness, in the order in which they are shown everywhere. */
export const AREAS = ["install", "kernel", "dataplane", "telemetry", "policy", "mesh"] as const;
export const AreaSchema = z.enum(AREAS);
export type Area = z.infer<typeof AreaSchema>;

/** One value for each area. */
export function eachArea<T>(make: (area: Area) => T): Record<Area, T> {
  return {
    install: make("install"),
    kernel: make("kernel"),
    dataplane: make("dataplane"),
    telemetry: make("telemetry"),
    policy: make("policy"),
    mesh: make("mesh"),
  };
}
