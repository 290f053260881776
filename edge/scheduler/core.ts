import type { Database } from "../../src/platform.ts";

/** What every route of the protocol stands on. */
export interface Core {
  readonly database: Database;
  /** The wall clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Says that something may be due sooner than was thought. */
  readonly wake: () => void;
}
