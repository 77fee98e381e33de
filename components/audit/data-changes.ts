/** One member of what an entry recorded: what it was and what it became. */
export interface DataChange {
  /** `requiredFor`, `counts.failed`. */
  path: string;
  /** Undefined: there is nothing it could have been before. */
  before: string | undefined;
  after: string | undefined;
}

type Data = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const NOTHING = "–";

/** A value as it is read: lists by commas, nothing as a dash. */
function textOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return NOTHING;
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(textOf).join(", ");
  return isRecord(value) ? JSON.stringify(value) : String(value);
}

/** The leaves of nested records by their path; an empty record is a leaf. */
function leavesOf(value: Data, prefix = ""): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [name, member] of Object.entries(value)) {
    const path = `${prefix}${name}`;
    if (isRecord(member) && Object.keys(member).length > 0) {
      for (const [inner, text] of leavesOf(member, `${path}.`)) leaves.set(inner, text);
    } else leaves.set(path, textOf(member));
  }
  return leaves;
}

/** Whether the entry holds a state before and one after, and nothing else. */
function isDiff(data: Data): boolean {
  const names = Object.keys(data);
  return names.length > 0 && names.every((name) => name === "before" || name === "after");
}

/**
 * What an entry recorded, member by member. Of a state before and one after only what differs is listed, and of a
 * first state only what is set; anything else stands as it was written.
 */
export function dataChanges(data: Data): DataChange[] {
  if (!isDiff(data)) {
    return [...leavesOf(data)].map(([path, after]) => ({ path, before: undefined, after }));
  }
  const before = isRecord(data.before) ? leavesOf(data.before) : undefined;
  const after = isRecord(data.after) ? leavesOf(data.after) : undefined;
  const paths = new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])]);
  return [...paths]
    .map((path) => ({
      path,
      before: before === undefined ? undefined : (before.get(path) ?? NOTHING),
      after: after === undefined ? undefined : (after.get(path) ?? NOTHING),
    }))
    .filter(({ before: was, after: is }) => was !== is && !(was === undefined && is === NOTHING));
}
