/** Runs work, at most so many at a time; the rest waits in order. */
export type Limiter = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createLimiter(atATime: number): Limiter {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atATime) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** One server may hold many clusters: it is asked so many at a time in all. */
const AT_A_TIME = 2;
const BY_ORIGIN = new Map<string, Limiter>();

export function limiterOf(origin: string): Limiter {
  const known = BY_ORIGIN.get(origin);
  if (known !== undefined) return known;
  const created = createLimiter(AT_A_TIME);
  BY_ORIGIN.set(origin, created);
  return created;
}
