import { once } from "node:events";
import { leashedNode, signalGroup } from "./leashed-node";

/** Runs a script under this Node to its end and returns everything it wrote. */
export async function runNode(args: string[], env: NodeJS.ProcessEnv = process.env) {
  const child = leashedNode(args, env);
  const killWithUs = () => signalGroup(child, "SIGKILL");
  process.once("exit", killWithUs);
  let output = "";
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
    stdout += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  const [code] = await once(child, "close");
  process.off("exit", killWithUs);
  return { ok: code === 0, output, stdout };
}
