import { z } from "zod";
import type { Command, Reply } from "../../../edge/redis/requester.ts";

const Asked = z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String)).min(1);

/** What was asked is no command. */
export class Malformed extends Error {
  override name = "Malformed";
}

/** @throws Malformed */
export function readCommand(body: unknown): Command {
  const { data } = Asked.safeParse(body);
  if (!data) throw new Malformed("a command is a list of texts");
  const [name, ...args] = data;
  return [name!.toLowerCase(), ...args];
}

/** @throws Malformed */
export function readCommands(body: unknown): Command[] {
  if (!Array.isArray(body)) throw new Malformed("commands come in a list");
  return body.map(readCommand);
}

/** Commands about a connection, which all requests share here, and about the server. */
const unavailable: ReadonlySet<string> = new Set([
  ...["auth", "hello", "quit", "reset", "select", "client", "monitor", "asking", "readonly"],
  ...["multi", "exec", "discard", "watch", "unwatch", "wait", "waitaof"],
  ...["subscribe", "psubscribe", "ssubscribe", "unsubscribe", "punsubscribe", "sunsubscribe"],
  ...["blpop", "brpop", "blmove", "blmpop", "brpoplpush", "bzpopmin", "bzpopmax", "bzmpop"],
  ...["config", "debug", "shutdown", "replicaof", "slaveof", "failover", "sync", "psync"],
  ...["module", "acl", "cluster", "save", "bgsave", "bgrewriteaof", "swapdb", "migrate"],
]);

/** What the front refuses by itself. */
export function refusalOf([name]: Command): Reply | undefined {
  if (!unavailable.has(name)) return undefined;
  return { error: `ERR Command is not available: '${name.toUpperCase()}'` };
}
