import { errors, Redis, type Requester } from "@upstash/redis";
import { redis_answer_ms_max } from "../../src/limits.ts";
import { RedisAway } from "../../src/platform.ts";
import { clientOver, type Command, type Reply } from "./requester.ts";
import { Streams } from "./streams.ts";
import type { OpenRedis } from "./tcp.ts";

/**
 * A Redis over Upstash's REST interface. What cannot be asked for fails with RedisAway, and nothing is
 * asked for twice: whether the first time counted is unknown. Subscriptions come back by themselves.
 * @param url origin of the database, without a last slash
 */
export function overRest(url: string, token: string): OpenRedis {
  const { requester } = new Fetching({ url, token, retry: { retries: 0 }, enableTelemetry: false });
  const streams = new Streams(url, token);
  let closed = false;

  return {
    redis: clientOver({
      run(commands, { atomic }) {
        if (closed) throw new RedisAway("Redis is closed");
        return run(requester, commands, atomic);
      },
      subscribe: (channel, listener, signal) => streams.add(channel, listener, signal),
    }),
    close() {
      closed = true;
      return streams.close();
    },
  };
}

/** The package's own client of its REST interface. */
class Fetching extends Redis {
  get requester(): Requester {
    return this.client;
  }
}

// A single command goes as a list too: there what Redis refuses is told from what the way to it does.
async function run(
  requester: Requester,
  commands: readonly Command[],
  atomic: boolean,
): Promise<Reply[]> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), redis_answer_ms_max);
  try {
    const answer: unknown = await requester.request({
      path: [atomic ? "multi-exec" : "pipeline"],
      body: commands,
      signal: late.signal,
    });
    // What was given up looks like an answer.
    if (late.signal.aborted || !Array.isArray(answer)) throw new RedisAway("no answer in time");
    return answer.map(replyOf);
  } catch (error) {
    if (isAborted(error)) return commands.map(() => ({ error: error.message }));
    throw error instanceof RedisAway ? error : new RedisAway(String(error), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function replyOf({ result, error }: { result?: unknown; error?: string }): Reply {
  if (error === undefined) return { result };
  // The account's, not Redis'.
  if (/^ERR max (daily )?requests? limit exceeded/.test(error)) throw new RedisAway(error);
  return { error };
}

/** Redis ran none of them, because it did not take some. */
function isAborted(error: unknown): error is Error {
  return error instanceof errors.UpstashError && error.message.startsWith("EXECABORT");
}
