import { createServer } from "node:net";
import { expect, it } from "vitest";
import { freePort, portProblem, requireFreePort } from "./port";

const listening = async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
};

it("says in one line that a port is taken", async () => {
  const { port, close } = await listening();
  await expect(requireFreePort("127.0.0.1", port, 0)).rejects.toThrow(`Port ${port} is taken by another program`);
  await close();
  await expect(requireFreePort("127.0.0.1", port, 0)).resolves.toBeUndefined();
});

it("waits for a port that is about to be free", async () => {
  const { port, close } = await listening();
  setTimeout(() => void close(), 300);
  await expect(requireFreePort("127.0.0.1", port, 5000)).resolves.toBeUndefined();
});

it.each([
  ["EACCES", "No permission to listen on port 80"],
  ["EADDRNOTAVAIL", "is not an address of this machine"],
  ["EOTHER", "EOTHER"],
])("explains %s", (code, line) => {
  expect(portProblem("192.0.2.1", 80, code).message).toContain(line);
});
