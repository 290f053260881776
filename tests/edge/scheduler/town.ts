import { Client } from "@upstash/qstash";
import { type EmbeddedScheduler, embeddedScheduler } from "../../../edge/scheduler/scheduler.ts";
import type { Database } from "../../../src/platform.ts";
import { empty, type TestDatabase, testDatabases } from "./databases.ts";

export const keys = {
  token: "a-token",
  currentSigningKey: "sig_current",
  nextSigningKey: "sig_next",
};

/** What the destination was sent. */
export interface Arrival {
  readonly path: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A scheduler that is reached over HTTP, a destination, and a clock that stands until moved. */
export interface Town extends AsyncDisposable {
  readonly scheduler: EmbeddedScheduler;
  readonly client: Client;
  readonly schedulerUrl: string;
  readonly database: Database;
  /** Origin of the destination. */
  readonly origin: string;
  readonly arrivals: Arrival[];
  /** The destination's answers; 200 until it is told otherwise. */
  answer: (arrival: Arrival) => Response | Promise<Response>;
  readonly logged: string[];
  now(): number;
  pass(seconds: number): void;
  /** Another process on the same database and clock. */
  another(options?: { database?: Database; fetch?: typeof fetch }): EmbeddedScheduler;
}

const databases = await testDatabases();
Deno.test.afterAll(async () => {
  for (const { database } of databases) await database.close();
});

/** States something about the scheduler, on each database that there is. */
export function townTest(
  statement: string,
  body: (town: Town, on: TestDatabase) => Promise<void>,
  { concurrent = false }: { concurrent?: boolean } = {},
): void {
  for (const on of databases) {
    if (concurrent && !on.concurrent) continue;
    Deno.test(`${statement} (${on.name})`, async () => {
      await using town = await build(on.database);
      await body(town, on);
    });
  }
}

async function build(database: Database): Promise<Town> {
  await empty(database);
  let nowMs = Date.now();
  const arrivals: Arrival[] = [];
  const logged: string[] = [];
  const now = () => nowMs;

  const destination = serve(async (request) => {
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    const arrival = { path: pathname + search, method, headers, body: await request.text() };
    arrivals.push(arrival);
    return await town.answer(arrival);
  });
  const another: Town["another"] = (options = {}) =>
    embeddedScheduler({
      database,
      fetch,
      now,
      keys,
      log: (_level, event) => void logged.push(event),
      ...options,
    });
  const scheduler = another();
  const post = serve(scheduler.app.fetch);

  const town: Town = {
    scheduler,
    client: new Client({ baseUrl: post.url, token: keys.token, devMode: false, retry: false }),
    schedulerUrl: post.url,
    database,
    origin: destination.url,
    arrivals,
    answer: () => new Response("done"),
    logged,
    now,
    pass(seconds) {
      nowMs += seconds * 1_000;
    },
    another,
    async [Symbol.asyncDispose]() {
      await scheduler.stop();
      await post.close();
      await destination.close();
    },
  };
  return town;
}

function serve(handler: (request: Request) => Response | Promise<Response>) {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, handler);
  return { url: `http://127.0.0.1:${server.addr.port}`, close: () => server.shutdown() };
}
