import type { CaseHistory, ExecutedCase } from "./finished-run";

const LOCATION = "/e2e/suite_test.go:12";

/** `11/22/26 18:46:44.104`, in UTC. */
function clock(instant: Date): string {
  const [date = "", time = ""] = instant.toISOString().replace("Z", "").split("T");
  const [year = "", month = "", day = ""] = date.split("-");
  return `${month}/${day}/${year.slice(2)} ${time}`;
}

/** The node a spec's name begins with, and what is left: `[It] lasts` is the node `It` and the text `lasts`. */
export function nodeOf(name: string): { node: string; text: string } {
  const [, node = "It", text = ""] = /^\[([^\]]+)\] ?(.*)$/.exec(name) ?? [];
  return { node, text };
}

const WORDS = { failed: "[FAILED]", skipped: "[SKIPPED]", passed: "" } as const;

/** What is said of a failure or skip in full. */
export function described(execution: ExecutedCase, startedAt: Date): string {
  const { node } = nodeOf(execution.name);
  return `${WORDS[execution.status]} ${execution.messages.join("\n")}\nIn [${node}] at: ${LOCATION} @ ${clock(startedAt)}\n`;
}

/** The timeline of a spec, as Ginkgo's default reporter puts it into system-err. */
export function timelineOf({ last, earlier }: CaseHistory, startedAt: Date): string {
  const { node, text } = nodeOf(last.name);
  const title = `[${node}] ${text === "" ? "TOP-LEVEL" : text} - ${LOCATION} @ ${clock(startedAt)}`;
  const lasted = ({ seconds }: ExecutedCase) => `(${Number(seconds.toFixed(3))}s)`;
  const retried = earlier.map((attempt, nth) => {
    const failure = described(attempt, startedAt).replace(
      "[FAILED] ",
      `[FAILED] Failure recorded during attempt ${nth + 1}:\n`,
    );
    const end = `< Exit ${title} ${lasted(attempt)}\n\nAttempt #${nth + 1} Failed.  Retrying ↺ @ ${clock(startedAt)}\n\n`;
    return `> Enter ${title}\n${failure}${end}`;
  });
  const said = last.status === "passed" ? "" : described(last, startedAt);
  return `${retried.join("")}> Enter ${title}\n${said}< Exit ${title} ${lasted(last)}\n`;
}
