import { ciliumCliJunit } from "./cilium-cli-junit";
import type { FinishedRun, WireDocument } from "./finished-run";
import { gateRunJson } from "./gate-run-json";
import { ginkgoJunit } from "./ginkgo-junit";
import { goJunit } from "./go-junit";
import { playwrightJunit } from "./playwright-junit";
import { pytestJunit } from "./pytest-junit";

/** The tools whose reports the fleet sends. */
export type Format = "cilium-cli" | "ginkgo" | "e2e.test" | "go" | "pytest" | "playwright" | "json";

const WRITERS: Readonly<Record<Format, (run: FinishedRun) => string>> = {
  "cilium-cli": ciliumCliJunit,
  ginkgo: (run) => ginkgoJunit(run, "full"),
  "e2e.test": (run) => ginkgoJunit(run, "terse"),
  go: goJunit,
  pytest: pytestJunit,
  playwright: playwrightJunit,
  json: gateRunJson,
};

export function writeRun(format: Format, run: FinishedRun): WireDocument {
  return { contentType: format === "json" ? "application/json" : "application/xml", body: WRITERS[format](run) };
}
