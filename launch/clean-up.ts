/** Things to undo when the product stops, the last one first. */
export class CleanUp {
  readonly #tasks: Array<() => Promise<void>> = [];
  #running: Promise<void> | undefined;

  add(task: () => Promise<void>): void {
    this.#tasks.push(task);
  }

  /** Runs everything once, whoever asks how often. A task that fails does not keep the others from running. */
  run(): Promise<void> {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  async #runAll(): Promise<void> {
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) {
      await task().catch((error: unknown) => process.stderr.write(`waggle: while stopping: ${error}\n`));
    }
  }
}
