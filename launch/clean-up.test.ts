import { expect, it, vi } from "vitest";
import { CleanUp } from "./clean-up";

it("undoes the last thing first, each once, and goes on after a failure", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const done: string[] = [];
  const cleanUp = new CleanUp();
  cleanUp.add(async () => void done.push("database"));
  cleanUp.add(() => Promise.reject(new Error("worker hangs")));
  cleanUp.add(async () => void done.push("app"));
  await Promise.all([cleanUp.run(), cleanUp.run()]);
  const complaints = written.mock.calls.map(([text]) => String(text));
  written.mockRestore();
  expect(done).toEqual(["app", "database"]);
  expect(complaints).toEqual(["waggle: while stopping: Error: worker hangs\n"]);
});
