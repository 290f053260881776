import type { Redis } from "@upstash/redis";
import { keyCommands } from "./in_process/keys.ts";
import { Keyspace } from "./in_process/keyspace.ts";
import { setCommands } from "./in_process/sets.ts";
import { sortedSetCommands } from "./in_process/sorted_sets.ts";
import { stringCommands } from "./in_process/strings.ts";
import { clientOver, type Command, type Listener, type Reply } from "./requester.ts";
import { Refused, type Run } from "./in_process/value.ts";

/**
 * A Redis in this process, for a shop that has no other. It knows the commands that the shop uses,
 * answers as Redis does, and refuses the rest.
 * @param now the clock that keys expire by, in milliseconds
 */
export function inProcess(now: () => number): Redis {
  const keys = new Keyspace(now);
  const channels = new Map<string, Set<Listener>>();
  const commands: Readonly<Record<string, Run>> = {
    ...keyCommands,
    ...stringCommands,
    ...setCommands,
    ...sortedSetCommands,
    publish: (_, [channel, text]) => {
      const listeners = [...channels.get(channel!) ?? []];
      listeners.forEach(({ message }) => queueMicrotask(() => message(text!)));
      return listeners.length;
    },
  };

  function run([name, ...args]: Command): Reply {
    try {
      const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
      if (!command) throw new Refused(`ERR unknown command '${name}' in the embedded Redis`);
      return { result: command(keys, args) };
    } catch (error) {
      if (error instanceof Refused) return { error: error.message };
      throw error;
    }
  }

  return clientOver({
    run: (commands) => Promise.resolve(commands.map(run)),
    subscribe(channel, listener, signal) {
      if (signal.aborted) return;
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      signal.addEventListener("abort", () => {
        listeners.delete(listener);
        if (listeners.size === 0) channels.delete(channel);
      });
      queueMicrotask(() => listener.begun());
    },
  });
}
