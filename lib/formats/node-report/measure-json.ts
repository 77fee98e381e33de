type Limits = { maxDepth: number; maxValues: number };

/** Says in words what is too much about a JSON value, or `null`. Walks without recursion, so depth costs no stack. */
export function measureJson(value: unknown, { maxDepth, maxValues }: Limits): string | null {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    seen += 1;
    if (seen > maxValues) return `holds more than ${maxValues} values`;
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth > maxDepth) return `nests more than ${maxDepth} deep`;
    const depth = next.depth + 1;
    const members: unknown[] = Array.isArray(next.value) ? next.value : Object.values(next.value);
    if (seen + open.length + members.length > maxValues) return `holds more than ${maxValues} values`;
    for (const member of members) open.push({ value: member, depth });
  }
  return null;
}
