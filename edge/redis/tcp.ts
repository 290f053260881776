import { ErrorReply } from "@redis/client";
import type { Redis } from "@upstash/redis";
import type { Log } from "../../src/platform.ts";
import { type Connection, Line } from "./line.ts";
import { clientOver, type Command, type Reply, type Wire } from "./requester.ts";
import { withScripts } from "./scripts.ts";
import { Subscriptions } from "./subscriptions.ts";

/** A Redis, and what lets go of it. */
export interface OpenRedis {
  readonly redis: Redis;
  close(): Promise<void>;
}

/**
 * A Redis server over TCP. It need not be there: what is asked for while it is away fails at once
 * with RedisAway, and subscriptions come back with it.
 * @param url `redis[s]://[user][:password]@host[:port][/database]`
 */
export function overTcp(url: string, log: Log): OpenRedis {
  const { close, ...wire } = wireOverTcp(url, log);
  return { redis: clientOver(wire), close };
}

/** How commands and messages of one's own reach that Redis. */
export function wireOverTcp(url: string, log: Log): Wire & Pick<OpenRedis, "close"> {
  const line = new Line(url, log);
  const subscriptions = new Subscriptions(url, log);
  const wire = withScripts({
    run: (commands, { atomic }) =>
      line.use((connection) => (atomic ? runAtomic : run)(connection, commands)),
    subscribe: (channel, listener, signal) => subscriptions.add(channel, listener, signal),
  });
  return {
    ...wire,
    async close() {
      await Promise.all([line.close(), subscriptions.close()]);
    },
  };
}

function run(connection: Connection, commands: readonly Command[]): Promise<Reply[]> {
  return Promise.all(commands.map(async (command) => {
    try {
      return { result: await connection.sendCommand([...command]) };
    } catch (error) {
      if (error instanceof ErrorReply) return refused(error);
      throw error;
    }
  }));
}

async function runAtomic(connection: Connection, commands: readonly Command[]): Promise<Reply[]> {
  const replies = await run(connection, [["multi"], ...commands, ["exec"]]);
  const done = replies.at(-1)!;
  if ("error" in done) {
    // Redis ran none, because it did not take some of them.
    return replies.slice(1, -1).map((reply) => "error" in reply ? reply : done);
  }
  return (done.result as unknown[]).map((result) =>
    result instanceof ErrorReply ? refused(result) : { result }
  );
}

/** What Redis itself refuses is an answer. */
function refused({ message }: ErrorReply): Reply {
  return { error: message };
}
