import {
  Client,
  DatabaseError as ServerError,
  neon,
  neonConfig,
  NeonDbError,
} from "@neondatabase/serverless";
import { database_answer_ms_max, database_connect_ms_max } from "../../src/limits.ts";
import { type Database, DatabaseError } from "../../src/platform.ts";
import { columnTypes } from "./column_types.ts";
import { parametersOf } from "./parameters.ts";
import { untilClosed } from "./until_closed.ts";

/**
 * Neon. One query is one HTTP request; a script has a session of its own over a WebSocket. Nothing is
 * kept between them, so that one Database serves every request of a Worker.
 *
 * Names of statements are of no use here: a request has no session in which they would be prepared.
 * @param url `postgres://user:password@host/database`
 * @param options.proxy origin of a bridge that stands in for Neon: it is asked whatever the URL's
 *   host is
 */
export function neonDatabase(url: string, { proxy }: { proxy?: string } = {}): Database {
  const address = proxy ? byBridge(url, proxy) : url;
  const ask = neon(address);
  const { serve, close } = untilClosed();

  return {
    query<Row>(
      text: string,
      parameters?: readonly unknown[],
      { rows }: { name?: string; rows?: "object" | "array" } = {},
    ) {
      return serve(() => {
        const values = parametersOf(parameters);
        return within(async (signal) =>
          await ask.query(text, values, {
            arrayMode: rows === "array",
            types: columnTypes,
            fetchOptions: { signal },
          }) as Row[]
        );
      });
    },
    script: (text) => serve(() => inSession(address, proxy, (client) => client.query(text))),
    close,
  };
}

async function within<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort("no answer in time"), database_answer_ms_max);
  try {
    return await ask(late.signal);
  } catch (error) {
    throw refusal(error);
  } finally {
    clearTimeout(timer);
  }
}

async function inSession(
  url: string,
  proxy: string | undefined,
  use: (client: Client) => Promise<unknown>,
): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: database_connect_ms_max,
  });
  // It waits for a timer with each message, to gather what a session of one script does not send.
  client.neonConfig.coalesceWrites = false;
  if (proxy) {
    client.neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`;
    client.neonConfig.useSecureWebSocket = proxy.startsWith("https:");
    // PostgreSQL, unlike Neon, wants to be asked how it is to be asked for a password.
    client.neonConfig.pipelineConnect = false;
  }
  // A connection that is lost fails what is asked; unheard, the event would end the process.
  client.on("error", () => {});
  const ended = new Promise<void>((over) => client.on("end", over));
  try {
    await client.connect();
    await use(client);
  } catch (error) {
    throw refusal(error);
  } finally {
    // Its own promise waits for ever when the connection has ended before.
    void client.end();
    await ended;
  }
}

/**
 * What came without an SQLSTATE did not come from PostgreSQL: it was not reached, or its answer did
 * not arrive.
 */
function refusal(error: unknown): DatabaseError {
  if (error instanceof NeonDbError || error instanceof ServerError) {
    return new DatabaseError(error.message, error.code ?? "08006", error.constraint);
  }
  const { message = String(error) } = error as Partial<Error>;
  return new DatabaseError(message, "08006");
}

/** Bridges by the host and port that lead to them: the driver has one way to find all endpoints. */
const bridges = new Map<string, string>();
const found = neonConfig.fetchEndpoint;

neonConfig.fetchEndpoint = (host, port, options) => {
  const bridge = bridges.get(`${host}:${port}`);
  if (bridge) return `${bridge}/sql`;
  return typeof found === "string" ? found : found(host, port, options);
};

/** The URL with the bridge in the place of the server. */
function byBridge(url: string, proxy: string): string {
  const { protocol, hostname, port, origin } = new URL(proxy);
  const address = new URL(url);
  address.hostname = hostname;
  address.port = port || (protocol === "https:" ? "443" : "80");
  // The driver reads the address as one of http.
  bridges.set(`${hostname}:${protocol === "https:" ? address.port : port}`, origin);
  return address.href;
}
