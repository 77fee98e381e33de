import {
  ColumnTypeEnum,
  mockAdapter,
  mockMigrationAwareAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";

/** The engine's first question to any Postgres: does the schema exist, and which version is this? */
const FIRST_ANSWER: SqlResultSet = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, "PostgreSQL 15.0", 150_000]],
};

/**
 * Stands in for a database while two schema files are compared: the engine insists on connecting first, although the
 * comparison itself reads nothing. The oldest supported Postgres answers; any further statement is refused.
 */
export function noDatabase(): SqlMigrationAwareDriverAdapterFactory {
  const adapter: SqlDriverAdapter = {
    ...mockAdapter("postgres"),
    queryRaw: () => Promise.resolve(FIRST_ANSWER),
    dispose: () => Promise.resolve(),
  };
  return { ...mockMigrationAwareAdapterFactory("postgres"), connect: () => Promise.resolve(adapter) };
}
