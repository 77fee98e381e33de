import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";

const LARGEST_BYTES = 20 * 1024 * 1024;

export interface LogFile {
  path: string;
  write(text: string): void;
  /** The last line that was written, for a message on why a process ended. */
  lastLine(): string;
}

/**
 * What a child writes, kept in `<folder>/<name>.log` and one older file beside it. A full disk loses log lines and
 * nothing else.
 */
export function openLog(folder: string, name: string, largestBytes = LARGEST_BYTES): LogFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.log`);
  const open = () => openSync(path, "a", 0o600);
  let file = open();
  let size = statSync(path).size;
  let tail = "";

  const rotate = () => {
    closeSync(file);
    renameSync(path, `${path}.1`);
    file = open();
    size = 0;
  };
  const write = (text: string) => {
    tail = (tail + text).slice(-4000);
    try {
      if (size > largestBytes) rotate();
      size += writeSync(file, text);
    } catch {
      // The disk is full, or the log was taken away: the process that writes must go on.
    }
  };
  return { path, write, lastLine: () => tail.trim().split("\n").at(-1)?.trim() ?? "" };
}
