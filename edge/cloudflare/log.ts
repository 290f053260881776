import type { Log } from "../../src/platform.ts";

/** One JSON object a line, which Workers Logs takes apart. */
export const consoleLog: Log = (level, event, fields = {}) => {
  console[level](JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }));
};
