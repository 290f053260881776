import type { Database } from "../../src/platform.ts";
import type { Environment } from "../environment.ts";
import { neonDatabase } from "./neon.ts";
import { postgres } from "./postgres.ts";

/** A PostgreSQL that others keep, by the driver that the environment names. */
export function serverDatabase(url: string, { neon }: Pick<Environment, "neon">): Database {
  return neon ? neonDatabase(url, neon) : postgres(url);
}
