import { createHash } from "node:crypto";
import { MAX_CASE_NAME_LENGTH, MAX_SUITE_NAME_LENGTH } from "../limits";
import { stripUnstorable } from "../storable-text";

const SEPARATOR = " / ";
const DIGEST_LENGTH = 12;

/** A suite that is open while its cases are read. */
export interface SuiteFrame {
  /** The names of the suites from the outermost in; null when none has one. */
  path: string | null;
  name: string;
}

/**
 * What identifies a case from run to run is (suite, name), so only what the same case has in every run may go in:
 *
 * | tool | suite | name |
 * |---|---|---|
 * | cilium-cli | `connectivity test` | the test |
 * | go-junit-report | import path of the package | `Test/sub_test` |
 * | Ginkgo | description of the suite | `[It]`, texts of the containers and the spec, `[labels]` |
 * | pytest | `pytest / module.Class` | `test[parameters]` |
 * | Playwright | `project / file` | titles joined with ` › ` |
 *
 * The name of `testsuites` is left out, and so are `hostname` (a machine, except Playwright's, which is the project:
 * the same test in two browsers is two cases), `package` (Ginkgo's is a path on the machine that ran it) and `id`.
 */
export function enterSuite(outer: SuiteFrame | undefined, name: string, project: string): SuiteFrame {
  return { path: join([outer?.path ?? "", project, name]), name };
}

/** The suite of a case: that of its element, and its class unless that says the same again. */
export function suiteOfCase(frame: SuiteFrame | undefined, classname: string): string | null {
  const path = frame?.path ?? "";
  return join(classname === frame?.name ? [path] : [path, classname]);
}

export function caseName(name: string): string {
  return identify(name, MAX_CASE_NAME_LENGTH);
}

function join(parts: readonly string[]): string | null {
  const named = parts.filter((part) => part.trim() !== "");
  return named.length === 0 ? null : identify(named.join(SEPARATOR), MAX_SUITE_NAME_LENGTH);
}

/** Too long a name keeps its beginning and gets a digest, so that two long names do not become one case. */
function identify(name: string, max: number): string {
  const storable = stripUnstorable(name);
  if (storable.length <= max) return storable;
  const digest = createHash("sha256").update(storable).digest("hex").slice(0, DIGEST_LENGTH);
  return stripUnstorable(`${storable.slice(0, max - DIGEST_LENGTH - 1)}…${digest}`);
}
