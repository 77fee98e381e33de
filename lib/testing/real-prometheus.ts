import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROMETHEUS = "/usr/bin/prometheus";
const PROMTOOL = "/usr/bin/promtool";

/** Whether Debian's package is there; tests say in their name that they were skipped where it is not. */
export const hasPrometheus = existsSync(PROMETHEUS) && existsSync(PROMTOOL);
export const prometheusTitle = hasPrometheus
  ? "a real Prometheus"
  : `a real Prometheus (SKIPPED: ${PROMETHEUS} is not installed)`;

/** A Prometheus on a port of its own with history (OpenMetrics with times) or targets to scrape each second, or both. */
export async function startPrometheus(of: { history?: string; scrape?: readonly { job: string; target: string }[] }) {
  const folder = mkdtempSync(join(tmpdir(), "waggle-prometheus-"));
  const data = join(folder, "data");
  if (of.history !== undefined) {
    writeFileSync(join(folder, "history.om"), of.history);
    execFileSync(PROMTOOL, ["tsdb", "create-blocks-from", "openmetrics", "-q", join(folder, "history.om"), data]);
  }
  const jobs = (of.scrape ?? []).map(({ job, target }) => ({
    job_name: job,
    static_configs: [{ targets: [target], labels: { cluster: "real" } }],
  }));
  const config = { global: { scrape_interval: "1s", scrape_timeout: "1s" }, scrape_configs: jobs };
  writeFileSync(join(folder, "prometheus.yml"), JSON.stringify(config));
  const port = await freePort();
  const child = spawn(
    PROMETHEUS,
    [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${data}`,
      "--storage.tsdb.retention.time=100y",
      `--web.listen-address=127.0.0.1:${port}`,
      "--log.level=error",
    ],
    { stdio: "ignore" },
  );
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const ready = await fetch(`${url}/-/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Prometheus did not become ready");
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port"));
        else resolve(address.port);
      });
    });
  });
}
