import { describe, expect, it } from "vitest";
import { ConfigError } from "@/lib/config";
import { MigrationFailedError, NewerDatabaseError } from "@/prisma/migrate";
import { databaseName, databaseProblem, explain, Problem, problemInOutput, toolProblem } from "./problem";

const URL_WITH_PASSWORD = "postgresql://waggle:hunter2@db.example.org:6432/fleet?sslmode=require";
const failure = (code: string, message = "") => Object.assign(new Error(message), { code });

describe("a database that cannot be used", () => {
  it("is named without its credentials", () => {
    expect(databaseName(URL_WITH_PASSWORD)).toBe("db.example.org:6432/fleet");
    expect(databaseName("postgresql://u:hunter2@localhost/w")).toBe("localhost:5432/w");
  });

  it.each([
    [failure("ECONNREFUSED"), "nothing listens there"],
    [failure("ENOTFOUND", "getaddrinfo ENOTFOUND db"), "the host name is not known"],
    [failure("28P01", "password authentication failed"), "the password was refused"],
    [failure("3D000"), "this database does not exist"],
    [new Error("timeout expired"), "no answer in time"],
    [new Error("Connection terminated due to connection timeout"), "no answer in time"],
    [new Error("Connection terminated unexpectedly"), "the connection was cut"],
    [new AggregateError([failure("ECONNREFUSED"), failure("ECONNREFUSED")]), "nothing listens there"],
  ])("says in one line why: %s", (error, reason) => {
    const { message } = databaseProblem(URL_WITH_PASSWORD, error);
    expect(message).toBe(`Cannot use the database at db.example.org:6432/fleet: ${reason}.`);
  });

  it("says what to do about a newer one", () => {
    const { message } = databaseProblem(URL_WITH_PASSWORD, new NewerDatabaseError(["20990101000000_future"]));
    expect(message).toMatch(/newer version.*20990101000000_future.*Start that version/);
  });

  it("finds a full disk behind a failed migration", () => {
    const error = new MigrationFailedError("could not extend file: No space left on device");
    expect(databaseProblem(URL_WITH_PASSWORD, error).message).toContain("The disk is full");
  });
});

describe("explain", () => {
  it("gives each mistake of the settings a line of its own", () => {
    expect(explain(new ConfigError(["PORT is wrong.", "HOST is wrong."]))).toHaveLength(2);
  });

  it.each([
    [Object.assign(failure("EACCES"), { path: "/data" }), "No permission on /data"],
    [Object.assign(failure("EROFS"), { path: "/data" }), "/data is on a read-only disk"],
    [failure("ENOSPC"), "The disk is full"],
    [failure("EDQUOT"), "The disk is full"],
  ])("turns the system's error %# into a line", (error, line) => {
    const lines = explain(error);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });

  it("shows where an unknown error came from", () => {
    expect(explain(new TypeError("surprise"))[0]).toContain("problem.test.ts");
  });
});

describe("a tool that failed", () => {
  it("ran out of space", () => {
    const output = "initdb: error: could not write to file: No space left on device";
    expect(problemInOutput(output)?.message).toContain("The disk is full");
  });

  it("lacked a permission, and the line that says so is repeated", () => {
    const output = "building\nError: EACCES: permission denied, mkdir '/x/.next'\nfailed";
    expect(problemInOutput(output)?.message).toContain("mkdir '/x/.next'");
  });

  it("keeps its output for those who want to know more", () => {
    const problem = toolProblem("The build failed.", "a type is wrong");
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ message: "The build failed.", details: "a type is wrong" });
  });
});
