import type { PoolClient, QueryResultRow } from "pg";
import type { Database } from "./client";

/** Where SQL can be sent: a transaction, or any connection of the pool. */
export interface Queryable {
  query<Row extends QueryResultRow = QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A transaction; the raw connection is there for COPY. */
export interface Tx extends Queryable {
  connection: PoolClient;
}

/** For single statements that need no transaction. */
export function queryableOf(db: Database): Queryable {
  return {
    query: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      (await db.pool.query<Row>(text, values ? [...values] : [])).rows,
  };
}

/** serialization_failure and deadlock_detected: the same work done again can succeed. */
const RETRYABLE = new Set(["40001", "40P01"]);
const MAX_ATTEMPTS = 4;

/**
 * Runs the work in one transaction and commits it; an error rolls all of it back.
 * The work may run more than once, so it must have no effect outside the database.
 */
export async function inTransaction<Result>(db: Database, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(db, work);
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !RETRYABLE.has(errorCode(error))) throw error;
    }
  }
}

async function runOnce<Result>(db: Database, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const connection = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query("BEGIN");
    const result = await work({
      connection,
      query: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
        (await connection.query<Row>(text, values ? [...values] : [])).rows,
    });
    await connection.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away with its open transaction.
    await connection.query("ROLLBACK").catch((rollback: Error) => {
      broken = rollback;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

/** The SQLSTATE of a Postgres error, else an empty string. */
export function errorCode(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}
