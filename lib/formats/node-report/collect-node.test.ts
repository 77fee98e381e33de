import { machine, release } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { FEATURES } from "@/lib/domain/clusters/feature";
import { WATCHED_CONFIG_OPTIONS } from "@/lib/domain/nodes/catalogue/config-options";
import { judgeNode } from "@/lib/domain/nodes/judge-node";
import { profileOf } from "@/lib/domain/nodes/node-profile";
import type { NodeReportInput } from "@/lib/domain/nodes/node-report";
import { makeTree, runCollectNode, SHELLS } from "./fixtures/run-collect-node";
import { parseNodeReport } from "./parse-node-report";

const PRINT = ["--print", "--cluster", "eu-1", "--node", "worker-1"];

/** The report that a run printed: one line, and one the product takes. */
function printed(stdout: string): NodeReportInput {
  expect(stdout.match(/\n/g)).toHaveLength(1);
  const parsed = parseNodeReport(JSON.parse(stdout));
  if (!parsed.ok) throw new Error(`${parsed.pointer}: ${parsed.detail}`);
  return parsed.report;
}

async function printedBy(env: Record<string, string>): Promise<NodeReportInput> {
  return printed((await runCollectNode(PRINT, { env })).stdout);
}

function tree(files: Record<string, string>): string {
  const { root, undo } = makeTree(files);
  onTestFinished(undo);
  return root;
}

/** A bpftool that answers as one does: `feature probe`, `-j version` and `version`. */
function bpftool(answers: { probe?: string; json?: string; text?: string; probeStatus?: number }): string {
  const script = [
    "#!/bin/sh",
    'case "$*" in',
    `"-j feature probe") cat <<'EOF'\n${answers.probe ?? ""}\nEOF\nexit ${answers.probeStatus ?? 0} ;;`,
    `"-j version") cat <<'EOF'\n${answers.json ?? ""}\nEOF\n;;`,
    `version) cat <<'EOF'\n${answers.text ?? ""}\nEOF\n;;`,
    "esac",
  ].join("\n");
  return `${tree({ bpftool: script })}/bpftool`;
}

describe.each(SHELLS.map((shell) => ({ name: shell.join(" "), shell })))("under $name", ({ shell }) => {
  it("reports this machine as it is", async () => {
    const run = await runCollectNode(PRINT, { shell, env: { BPFTOOL: "none" } });
    expect(run).toMatchObject({ status: 0, stderr: "", leftBehind: [] });
    const report = printed(run.stdout);
    expect(report).toMatchObject({
      cluster: "eu-1",
      node: "worker-1",
      kernel: { release: release(), machine: machine() },
    });
    expect(Math.abs(Date.parse(report.collectedAt) - Date.now())).toBeLessThan(60_000);
    expect(report.probe).toBeUndefined();
    if (report.kernelConfig) expect(Object.keys(report.kernelConfig).sort()).toEqual(WATCHED_CONFIG_OPTIONS);
    const { findings } = judgeNode(profileOf(report), { release: "1.20.0-pre.3", features: FEATURES }, { all: true });
    expect(findings.find(({ requirement }) => requirement === "kernel-minimum")?.observed).toBe(release());
  });

  it("reads a host that is mounted elsewhere", async () => {
    const HOST_ROOT = tree({
      "proc/version": "Linux",
      "proc/1/mounts": "none /sys/fs/bpf bpf rw 0 0\ntmpfs /tmp tmpfs rw 0 0\n",
      "proc/net/dev": "",
      "proc/sys/net/core/bpf_jit_enable": "1\n",
      "proc/sys/net/core/bpf_jit_limit": "528482304\n",
      "sys/kernel/notes": "",
      "etc/os-release": 'NAME=x\nPRETTY_NAME="Öster \\"quoted\\" \\\\ Linux\t1"\n',
      [`boot/config-${release()}`]: [
        "# Linux/x86 Kernel Configuration",
        "CONFIG_BPF=y",
        "CONFIG_VXLAN=m",
        "# CONFIG_GENEVE is not set",
        'CONFIG_LOCALVERSION="-x"',
      ].join("\n"),
    });
    const { stdout } = await runCollectNode(PRINT, { shell, env: { HOST_ROOT, BPFTOOL: "none" } });
    const report = printed(stdout);
    expect(report).toMatchObject({
      kernel: { osImage: 'Öster "quoted" \\ Linux 1' },
      btf: { vmlinux: false },
      jit: { enable: 1, limit: 528_482_304 },
      cgroup2: false,
      bpffs: true,
      ipv6: false,
      kernelConfig: { CONFIG_BPF: "y", CONFIG_VXLAN: "m", CONFIG_GENEVE: "n", CONFIG_NETKIT: "n" },
      kernelConfigFrom: `/boot/config-${release()}`,
    });
    expect(Object.keys(report.kernelConfig ?? {}).sort()).toEqual(WATCHED_CONFIG_OPTIONS);
  });
});

describe("what cannot be told", () => {
  it("is left out, not denied", async () => {
    const HOST_ROOT = tree({ "proc/version": "Linux", "sys/kernel/btf/vmlinux": "12345" });
    const report = await printedBy({ HOST_ROOT, BPFTOOL: "none" });
    expect(report.btf).toEqual({ vmlinux: true, sizeBytes: 5 });
    for (const field of ["jit", "cgroup2", "bpffs", "ipv6", "kernelConfig", "bpftool", "probe"]) {
      expect(report).not.toHaveProperty(field);
    }
  });

  it("holds for a file that is no kernel configuration", async () => {
    const HOST_ROOT = tree({
      "proc/version": "Linux",
      "proc/config.gz": "not gzip",
      [`boot/config-${release()}`]: "\n",
    });
    expect(await printedBy({ HOST_ROOT, BPFTOOL: "none" })).not.toHaveProperty("kernelConfig");
  });

  it("does not deny mounts inside a container that sees its own", async () => {
    const report = await printedBy({ KUBERNETES_SERVICE_HOST: "10.0.0.1", BPFTOOL: "none" });
    expect([true, null]).toContain(report.bpffs);
    expect([true, null]).toContain(report.cgroup2);
  });
});

describe("bpftool", () => {
  it("is quoted verbatim, on one line", async () => {
    const probe = '{"system_config":{"CONFIG_HZ":"250","CONFIG_BPF":null},\n"misc":{"have_large_insn_limit":true}}';
    const json = '{"version":"7.6.0","libbpf_version":"1.6","features":{"llvm":true}}';
    const report = await printedBy({ BPFTOOL: bpftool({ probe, json }) });
    expect(report.bpftool).toEqual({ version: "7.6.0", libbpf: "1.6" });
    expect(report.probe).toEqual(JSON.parse(probe));
  });

  it("may be so old that it tells its version as text only", async () => {
    const old = await printedBy({ BPFTOOL: bpftool({ text: "bpftool v5.4.0\nfeatures:" }) });
    expect(old.bpftool).toEqual({ version: "5.4.0" });
    const newer = await printedBy({ BPFTOOL: bpftool({ text: "bpftool v7.1.0\nusing libbpf v1.1\nfeatures: " }) });
    expect(newer.bpftool).toEqual({ version: "7.1.0", libbpf: "1.1" });
  });

  it.each([
    ["fails for want of privileges", { probe: '{"error":"missing CAP_SYS_ADMIN"}', probeStatus: 255 }],
    ["prints no JSON", { probe: "Error: unknown command" }],
    ["stops in the middle", { probe: '{"system_config":{' }],
  ])("is left out when it %s", async (_name, answers) => {
    const report = await printedBy({ BPFTOOL: bpftool({ ...answers, json: '{"version":"7.1.0"}' }) });
    expect(report).not.toHaveProperty("probe");
    expect(report.bpftool).toEqual({ version: "7.1.0" });
  });
});
