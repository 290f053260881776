import process from "node:process";
import type { Log } from "../src/platform.ts";

/** One JSON object a line: what went wrong to stderr, the rest to stdout. */
export const log: Log = (level, event, fields = {}) => {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  (level === "error" ? process.stderr : process.stdout).write(line + "\n");
};
