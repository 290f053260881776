import pg from "pg";
import type { Database } from "../../src/platform.ts";
import { columnTypes } from "./column_types.ts";
import { pooled } from "./pooled.ts";

const connect_ms_max = 10_000;
const statement_ms_max = 30_000;
const idle_ms_max = 60_000;

/**
 * PostgreSQL over TCP.
 * @param url `postgres://user:password@host:port/database`
 * @param options.connections_max how many connections this process may hold open
 */
export function postgres(url: string, { connections_max = 10 } = {}): Database {
  return pooled(
    new pg.Pool({
      connectionString: url,
      max: connections_max,
      connectionTimeoutMillis: connect_ms_max,
      idleTimeoutMillis: idle_ms_max,
      statement_timeout: statement_ms_max,
      options: "-c TimeZone=UTC -c DateStyle=ISO",
      keepAlive: true,
      types: columnTypes,
    }),
  );
}
