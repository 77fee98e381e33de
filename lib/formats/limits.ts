const KIB = 1024;
const MIB = 1024 * KIB;

/** Decompressed bytes of one request body: JUnit, NDJSON and archives may be long, everything else is one document. */
export const MAX_LONG_DOCUMENT_BYTES = 64 * MIB;
export const MAX_DOCUMENT_BYTES = 16 * MIB;

/** JSON in our formats nests about ten deep (bpftool's probe three); each level costs the reader stack. */
export const MAX_JSON_DEPTH = 64;

/** One line of NDJSON: room for a node report that carries a whole kernel configuration, a few hundred KiB. */
export const MAX_LINE_BYTES = 2 * MIB;

/** Lines of one batch: ten reports from every node of a very large fleet. */
export const MAX_NDJSON_LINES = 100_000;

/** `testsuites > testsuite > testcase > failure` is four deep; PHPUnit and Bazel nest suites a few levels further. */
export const MAX_XML_DEPTH = 32;

/** Distinct attributes of one element; the richest we know of, JUnit's `testsuite`, has about a dozen. */
export const MAX_XML_ATTRIBUTES = 128;

/** Characters of an element's or an attribute's name. */
export const MAX_XML_NAME_LENGTH = 256;

/** Characters of one attribute as it is written: what the reader must hold at once. A long text belongs in an element. */
export const MAX_XML_TOKEN_LENGTH = MIB;

/** Characters of the names and values of all distinct attributes of one element. */
export const MAX_XML_ATTRIBUTES_LENGTH = 2 * MIB;

/** Characters kept of what repeated attributes say; cilium-cli repeats one for every failed action. */
export const MAX_XML_REPEATED_LENGTH = 64 * KIB;

/** Executions in one report; the JSON form of a gate run (lib/domain/gates/gate-run.ts) allows the same number. */
export const MAX_CASES = 500_000;

/** Characters of a case's message: a stack trace and a diff, not a log. The raw document keeps the rest. */
export const MAX_MESSAGE_LENGTH = 16 * KIB;

/** Characters of the names that identify a case, as in the JSON form of a gate run. */
export const MAX_CASE_NAME_LENGTH = 2000;
export const MAX_SUITE_NAME_LENGTH = 500;

/** Defects of a document that are listed; the rest is counted. */
export const MAX_LISTED_DEFECTS = 20;

/** What a gate run's JUnit document may hold; tests pass smaller ones. */
export interface JunitLimits {
  depth: number;
  cases: number;
  messageLength: number;
  /** Cases handed over at once. */
  batchCases: number;
  /** Characters of messages handed over at once, so that a batch of long messages stays small too. */
  batchLength: number;
}

export const JUNIT_LIMITS: JunitLimits = {
  depth: MAX_XML_DEPTH,
  cases: MAX_CASES,
  messageLength: MAX_MESSAGE_LENGTH,
  batchCases: 1000,
  batchLength: MIB,
};

/** One scrape: research of real clusters has some thousands of Cilium series a node, so this is room for many nodes. */
export const MAX_EXPOSITION_SERIES = 200_000;
export const MAX_EXPOSITION_LABELS = 64;

/** Bytes of one name or one value of a label. */
export const MAX_EXPOSITION_TEXT_BYTES = 1024;

/** Characters of a line: the most labels of the greatest size, every character of them escaped, or a long HELP. */
export const MAX_EXPOSITION_LINE_LENGTH = 256 * KIB;
