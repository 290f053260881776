import pg from "pg";
import { type Database, DatabaseError } from "../../src/platform.ts";
import { parametersOf } from "./parameters.ts";
import { untilClosed } from "./until_closed.ts";

/**
 * The Database over a pool of connections that speak PostgreSQL's protocol.
 *
 * `pool.query` is passed by: it throws a connection away with every statement that is refused,
 * and a violated key is an everyday answer here.
 */
export function pooled(pool: pg.Pool): Database {
  // The pool forgets those who still wait for a connection, so they are served before it ends.
  const { serve, close } = untilClosed(() => pool.end());

  // A connection that breaks is dropped by the pool; unheard, the event would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));

  const borrow = <T>(use: (client: pg.PoolClient) => Promise<T>) => serve(() => lend(pool, use));

  return {
    query<Row>(
      text: string,
      parameters?: readonly unknown[],
      { name, rows }: { name?: string; rows?: "object" | "array" } = {},
    ) {
      return borrow(async (client) => {
        const values = parametersOf(parameters);
        const result = rows === "array"
          ? await client.query({ name, text, values, rowMode: "array" })
          : await client.query({ name, text, values });
        return result.rows as Row[];
      });
    },

    script: (text) =>
      borrow(async (client) => {
        try {
          await client.query(text);
        } catch (error) {
          await client.query("rollback");
          throw error;
        }
      }),

    close,
  };
}

async function lend<T>(pool: pg.Pool, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error) => {
    throw error instanceof pg.DatabaseError ? refusal(error) : unreachable(error);
  });
  try {
    const result = await use(client);
    client.release();
    return result;
  } catch (error) {
    const refused = error instanceof pg.DatabaseError;
    client.release(!refused);
    if (refused) throw refusal(error);
    throw isLostConnection(error) ? unreachable(error) : error;
  }
}

function refusal(error: pg.DatabaseError): DatabaseError {
  return new DatabaseError(error.message, error.code ?? "XX000", error.constraint);
}

function unreachable(error: unknown): DatabaseError {
  const message = error instanceof Error ? error.message : String(error);
  return new DatabaseError(message, "08006");
}

/** Errors of the system carry a code; those of `pg` are known by their words alone. */
function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return "code" in error ||
    /^Connection terminated|connection error|read timeout/.test(error.message);
}
