import pg from "pg";
import type { Credentials } from "./credentials.ts";
import type { Batch, Statement } from "./read_statements.ts";

const connections_max = 20;
const idle_ms_max = 10_000;

/** What a statement brought, as Neon's client takes it: rows as lists of columns, columns as text. */
export interface Result {
  readonly command: string;
  readonly rowCount: number | null;
  readonly fields: readonly unknown[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rowAsArray: true;
}

const asText = { getTypeParser: () => (text: string) => text };

/** Sessions with the server, lent to one request after the other, as Neon's pool does. */
export class Sessions {
  #pools = new Map<string, pg.Pool>();

  constructor(
    private readonly server: { readonly hostname: string; readonly port: number },
    private readonly answer_ms_max: number,
  ) {}

  run(as: Credentials, statement: Statement): Promise<Result> {
    return this.#lend(as, (session) => ask(session, statement));
  }

  runBatch(as: Credentials, { begin, statements }: Batch): Promise<Result[]> {
    return this.#lend(as, async (session) => {
      const results: Result[] = [];
      try {
        await session.query(begin);
        for (const statement of statements) results.push(await ask(session, statement));
        await session.query("commit");
      } catch (error) {
        await session.query("rollback");
        throw error;
      }
      return results;
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  async #lend<T>(as: Credentials, use: (session: pg.PoolClient) => Promise<T>): Promise<T> {
    const session = await this.#pool(as).connect();
    try {
      const results = await use(session);
      session.release();
      return results;
    } catch (error) {
      session.release(!(error instanceof pg.DatabaseError));
      throw error;
    }
  }

  #pool(as: Credentials): pg.Pool {
    const name = JSON.stringify(as);
    const known = this.#pools.get(name);
    if (known) return known;
    const pool = new pg.Pool({
      ...as,
      host: this.server.hostname,
      port: this.server.port,
      max: connections_max,
      idleTimeoutMillis: idle_ms_max,
      connectionTimeoutMillis: this.answer_ms_max,
      query_timeout: this.answer_ms_max,
      options: "-c TimeZone=GMT -c DateStyle=ISO",
      types: asText,
    });
    // What is lost is replaced; unheard, the event would end the process.
    pool.on("error", () => {});
    pool.on("connect", (session) => session.on("error", () => {}));
    this.#pools.set(name, pool);
    return pool;
  }
}

async function ask(session: pg.PoolClient, { query, params }: Statement): Promise<Result> {
  // Neon takes one statement a query, as the extended protocol does, with or without parameters.
  const asked = { text: query, values: params, rowMode: "array", queryMode: "extended" } as const;
  const { command, rowCount, fields, rows } = await session.query(asked);
  return { command, rowCount, fields, rows, rowAsArray: true };
}
