import { setTimeout as sleep } from "node:timers/promises";
import type { WaggleClient } from "./client";
import { arrivingTasks, historyTasks, nextTaskAt, type Task } from "./feeds/agenda";
import type { Feed } from "./feeds/feed";
import { inParallel } from "./in-parallel";

const WIDTH = 4;
const PROGRESS_EVERY_MS = 5_000;
/** Also the longest time that a clock which was set, or a machine that slept, goes unnoticed. */
const LONGEST_WAIT_MS = 30_000;

export interface ReporterOptions {
  client: WaggleClient;
  signal: AbortSignal;
  say: (line: string) => void;
}

/** What became of the documents sent. */
export interface Tally {
  sent: number;
  /** Were there already. */
  known: number;
  refused: number;
}

/** Sends what the feeds hold, each document at most once and in any number of starts. */
export class Reporter {
  constructor(private readonly options: ReporterOptions) {}

  /** Everything up to `now`. */
  async sendHistory(feeds: readonly Feed[], now: number): Promise<Tally> {
    const tasks = historyTasks(feeds, now);
    const tally = { sent: 0, known: 0, refused: 0 };
    const progress = setInterval(() => {
      this.options.say(`${tally.sent + tally.known + tally.refused} of ${tasks.length} documents …`);
    }, PROGRESS_EVERY_MS);
    try {
      await inParallel(tasks, WIDTH, (task) => this.send(task, tally));
    } finally {
      clearInterval(progress);
    }
    return tally;
  }

  /** Whatever becomes due from `since` on, until the signal. */
  async keepReporting(feeds: readonly Feed[], since: number): Promise<never> {
    let told = since;
    for (;;) {
      const now = Date.now();
      await inParallel(arrivingTasks(feeds, told, now), WIDTH, (task) =>
        this.send(task, { sent: 0, known: 0, refused: 0 }),
      );
      told = now;
      const wait = Math.min(nextTaskAt(feeds, now) - Date.now(), LONGEST_WAIT_MS);
      await sleep(Math.max(wait, 100), undefined, { signal: this.options.signal });
    }
  }

  private async send({ feed, slot }: Task, tally: Tally): Promise<void> {
    const upload = feed.compose(slot);
    const answer = await this.options.client.upload(upload);
    if (answer.status === 201) tally.sent += 1;
    // 409: the slot was filled by an earlier version of this fleet, which worded it otherwise.
    else if (answer.status === 200 || answer.status === 409) tally.known += 1;
    else {
      tally.refused += 1;
      this.options.say(`${upload.idempotencyKey} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
  }
}
