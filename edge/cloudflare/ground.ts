import type { Platform } from "../../src/platform.ts";
import { neonDatabase } from "../database/neon.ts";
import { type Environment, EnvironmentError, readEnvironment } from "../environment.ts";
import type { Bindings } from "./bindings.ts";
import { consoleLog } from "./log.ts";

/** What a Worker and its objects have alike. */
export type WorkerGround = Pick<Platform, "database" | "log" | "now">;

export function workerGround(env: Bindings): WorkerGround {
  const { databaseUrl, neon } = environmentOf(env);
  return {
    database: neonDatabase(wanted("DATABASE_URL", databaseUrl), neon),
    log: consoleLog,
    now: Date.now,
  };
}

/** The variables among the bindings. */
export function environmentOf(env: Bindings): Environment {
  const variables = Object.entries(env).filter(([, value]) => typeof value === "string");
  return readEnvironment(Object.fromEntries(variables));
}

/** What other runtimes can do without and a Worker cannot. */
export function wanted<Value>(name: string, value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw new EnvironmentError(
    `The environment is not right:\n  a Worker wants ${name}; it is not set`,
  );
}
