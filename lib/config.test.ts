import { describe, expect, it } from "vitest";
import { ConfigError, loadConfig } from "./config";

const mistakesOf = (environment: Record<string, string>): string[] => {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
};

describe("loadConfig", () => {
  it("listens on this machine only unless told otherwise", () => {
    expect(loadConfig({})).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      publicUrl: "http://127.0.0.1:3000",
      databaseUrl: undefined,
      demo: true,
      bootstrapTokens: [],
      admin: undefined,
    });
  });

  it("reports all mistakes together", () => {
    const mistakes = mistakesOf({
      PORT: "http",
      DATABASE_URL: "mysql://root@db/waggle",
      WAGGLE_DEMO: "no",
      WAGGLE_BOOTSTRAP_TOKEN: "short",
      WAGGLE_SECRET: "short",
      WAGGLE_PUBLIC_URL: "waggle.example.org",
      WAGGLE_ADMIN_EMAIL: "nobody",
      WAGGLE_ADMIN_PASSWORD: "short",
      LOG_LEVEL: "loud",
    });
    expect(mistakes.map((mistake) => mistake.split(" ")[0])).toEqual([
      "PORT",
      "DATABASE_URL",
      "WAGGLE_DEMO",
      "WAGGLE_BOOTSTRAP_TOKEN",
      "WAGGLE_SECRET",
      "WAGGLE_PUBLIC_URL",
      "WAGGLE_ADMIN_EMAIL",
      "WAGGLE_ADMIN_PASSWORD",
      "LOG_LEVEL",
    ]);
  });

  it.each(["0", "65536", "3000.5", "-1", " "])("refuses the port %j", (port) => {
    expect(mistakesOf({ PORT: port })).toEqual(["PORT must be a whole number from 1 to 65535."]);
  });

  it("never repeats a secret in a mistake", () => {
    const mistakes = mistakesOf({ DATABASE_URL: "mysql://u:hunter2@db", WAGGLE_SECRET: "hunter2" });
    expect(mistakes).toHaveLength(2);
    expect(mistakes.join()).not.toContain("hunter2");
  });

  it("takes an empty value as unset", () => {
    expect(loadConfig({ PORT: "", DATABASE_URL: "", WAGGLE_DEMO: "" })).toEqual(loadConfig({}));
  });

  it("wants the first admin whole", () => {
    expect(mistakesOf({ WAGGLE_ADMIN_EMAIL: "a@example.org" })).toHaveLength(1);
    const password = "correct horse battery";
    expect(loadConfig({ WAGGLE_ADMIN_EMAIL: "a@example.org", WAGGLE_ADMIN_PASSWORD: password }).admin).toEqual({
      email: "a@example.org",
      password,
    });
  });

  it("accepts the user's and the launcher's token side by side", () => {
    const environment = { WAGGLE_BOOTSTRAP_TOKEN: "u".repeat(16), WAGGLE_LAUNCH_TOKEN: "l".repeat(16) };
    expect(loadConfig(environment).bootstrapTokens).toEqual(["u".repeat(16), "l".repeat(16)]);
  });

  it.each([
    [{ HOST: "0.0.0.0", PORT: "8080" }, "http://localhost:8080"],
    [{ HOST: "::1" }, "http://[::1]:3000"],
    [{ WAGGLE_PUBLIC_URL: "https://waggle.example.org/" }, "https://waggle.example.org"],
  ])("derives the public address of %j", (environment, address) => {
    expect(loadConfig(environment).publicUrl).toBe(address);
  });

  it("knows the secrets that may be referred to, and no other variable", () => {
    const { secrets, allowLoopbackSources } = loadConfig({
      WAGGLE_REF_THANOS: "token",
      WAGGLE_SECRET: "s".repeat(32),
      AWS_SECRET_ACCESS_KEY: "aws",
      WAGGLE_SECRETS_DIR: "/run/secrets",
    });
    expect(secrets).toEqual({ dir: "/run/secrets", variables: { THANOS: "token" } });
    expect(allowLoopbackSources).toBe(false);
  });
});
