// `npm test`, once everything is installed. `npm test -- --only=unit,lint` runs some checks alone.
import { parseArgs } from "node:util";
import { generateClient } from "./build";
import { checks, outcomeOf } from "./checks/catalogue";
import { lastLine, type Outcome } from "./checks/outcome";
import { type Lifecycle, live } from "./lifecycle";
import { Problem } from "./problem";
import { duration, say, step } from "./progress";

/** Checks that were interrupted have not passed: the exit code of a shell for SIGINT. */
const INTERRUPTED = 130;

function chosenChecks() {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const only = values.only?.split(",");
  const unknown = only?.find((id) => !checks.some((check) => check.id === id));
  if (unknown === undefined) return only ? checks.filter((check) => only.includes(check.id)) : checks;
  throw new Problem(`There is no check ${unknown}: choose from ${checks.map((check) => check.id).join(", ")}.`);
}

async function run({ stopping }: Lifecycle): Promise<void> {
  const started = Date.now();
  const chosen = chosenChecks();
  await generateClient();
  const outcomes: Outcome[] = [];
  for (const check of chosen) {
    if (stopping()) return;
    const outcome = await step(check.title, () => outcomeOf(check));
    if (outcome.failed > 0) process.stdout.write(`${outcome.output}\n`);
    say(`${check.title}: ${lastLine([outcome])}`);
    outcomes.push(outcome);
  }
  if (stopping()) return;
  say(`All checks took ${duration(Date.now() - started)}.`);
  const line = lastLine(outcomes);
  // Ends the process only when the line is out, also into a slow pipe.
  process.stdout.write(`${line}\n`, () => process.exit(outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0));
}

live(run, INTERRUPTED);
