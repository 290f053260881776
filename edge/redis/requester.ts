import { Redis, type Requester, type UpstashRequest } from "@upstash/redis";

/** A command as Redis takes it: its name in lower case, then its arguments. */
export type Command = readonly [name: string, ...args: string[]];

/** What Redis answered; a refusal of its own, such as a wrong type, is an answer too. */
export type Reply = { readonly result: unknown } | { readonly error: string };

/** How commands reach a Redis. */
export interface Wire {
  /**
   * Runs commands in order, one reply each.
   * @param options.atomic nobody else's commands come between
   * @throws RedisAway when they cannot be run
   */
  run(commands: readonly Command[], options: { atomic: boolean }): Promise<Reply[]>;
  /** Listens until the signal; comes back by itself after the Redis was away. */
  subscribe(channel: string, listener: Listener, signal: AbortSignal): void;
}

export interface Listener {
  /** Messages arrive from now on. Said again after a gap: what was published in it is lost. */
  begun(): void;
  message(text: string): void;
}

/** The client that `src` sees, over a wire of one's own. It parses answers that are JSON. */
export function clientOver(wire: Wire): Redis {
  const request = async (asked: UpstashRequest): Promise<unknown> => {
    const [verb, channel] = asked.path ?? [];
    if (verb === "subscribe") return subscribe(wire, channel!, asked);
    if (verb === "pipeline" || verb === "multi-exec") {
      const commands = (asked.body as unknown[][]).map(commandOf);
      return await wire.run(commands, { atomic: verb === "multi-exec" });
    }
    if (verb !== undefined) return { error: `ERR ${verb} is not served here` };
    const [reply] = await wire.run([commandOf(asked.body as unknown[])], { atomic: false });
    return reply;
  };
  return new Redis({ request: request as Requester["request"] });
}

/** The stream of a subscription, in the lines of Upstash's REST interface. */
function subscribe(wire: Wire, channel: string, { onMessage, signal }: UpstashRequest): Reply {
  const listener: Listener = {
    begun: () => onMessage?.(`subscribe,${channel},1`),
    message: (text) => onMessage?.(`message,${channel},${text}`),
  };
  wire.subscribe(channel, listener, signal ?? new AbortController().signal);
  return { result: 1 };
}

function commandOf(body: unknown[]): Command {
  const [name, ...args] = body.map(String);
  return [name!.toLowerCase(), ...args];
}
