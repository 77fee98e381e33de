import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "./problem";

/** Tries to listen; resolves to the port that was free, or rejects with the system's error. */
function tryToListen(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const free = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(free));
    });
  });
}

/** A port of this machine that nothing listens on right now. */
export const freePort = (): Promise<number> => tryToListen("127.0.0.1", 0);

/** The line for a host and port on which nobody can listen. */
export function portProblem(host: string, port: number, code: string | undefined): Problem {
  switch (code) {
    case "EADDRINUSE":
      return new Problem(`Port ${port} is taken by another program: stop it, or choose another port with PORT.`);
    case "EACCES":
      return new Problem(`No permission to listen on port ${port}: choose a port above 1023 with PORT.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Problem(`HOST ${host} is not an address of this machine.`);
    default:
      return new Problem(`Cannot listen on ${host} port ${port}: ${code ?? "unknown reason"}.`);
  }
}

/** Throws a {@link Problem} when the port is still taken after `patienceMs`. */
export async function requireFreePort(host: string, port: number, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const code = await tryToListen(host, port).then(
      () => "",
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );
    if (code === "") return;
    if (code !== "EADDRINUSE" || Date.now() >= deadline) throw portProblem(host, port, code);
    await sleep(200);
  }
}
