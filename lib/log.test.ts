import { expect, it } from "vitest";
import { createLog } from "./log";

const written = (event: object): Record<string, unknown> => {
  let line = "";
  createLog({
    write: (text) => {
      line += text;
    },
  }).info(event, "request");
  return JSON.parse(line);
};

it("writes one JSON line with a readable level and an RFC 3339 time", () => {
  const event = written({ event: "request", status: 200 });
  expect(event).toMatchObject({ level: "info", msg: "request", event: "request", status: 200 });
  expect(event.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

it("blanks credentials at every depth an event has", () => {
  const event = written({
    token: "hunter2",
    headers: { authorization: "Bearer hunter2", "set-cookie": "hunter2" },
    request: { headers: { authorization: "Bearer hunter2", cookie: "session=hunter2" } },
  });
  expect(JSON.stringify(event)).not.toContain("hunter2");
  expect(JSON.stringify(event)).toContain("[redacted]");
});
