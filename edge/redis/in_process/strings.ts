import type { Keyspace } from "./keyspace.ts";
import { atLeast, Refused, type Run, whole, wrongType } from "./value.ts";

/** Commands of strings. */
export const stringCommands: Readonly<Record<string, Run>> = {
  get: atLeast(1, "get", (keys, [key]) => text(keys, key!) ?? null),
  set: atLeast(2, "set", set),
  incr: atLeast(1, "incr", (keys, [key]) => add(keys, key!, 1)),
  incrby: atLeast(2, "incrby", (keys, [key, by]) => add(keys, key!, whole(by))),
};

function set(keys: Keyspace, [key, value, ...options]: readonly string[]): string | null {
  let ms: number | undefined;
  let only: string | undefined;
  for (let at = 0; at < options.length; at++) {
    const option = options[at]!.toLowerCase();
    if (option === "nx" || option === "xx") only = option;
    else if (option === "px") ms = lifetime(options[++at]);
    else if (option === "ex") ms = lifetime(options[++at]) * 1000;
    else throw new Refused("ERR syntax error");
  }
  const there = keys.get(key!) !== undefined;
  if (only && there !== (only === "xx")) return null;
  keys.delete(key!);
  keys.put(key!, value!);
  keys.expire(key!, ms);
  return "OK";
}

function lifetime(text: string | undefined): number {
  const count = whole(text);
  if (count <= 0) throw new Refused("ERR invalid expire time in 'set' command");
  return count;
}

function add(keys: Keyspace, key: string, by: number): number {
  const sum = whole(text(keys, key) ?? "0") + by;
  keys.put(key, String(sum));
  return sum;
}

function text(keys: Keyspace, key: string): string | undefined {
  const value = keys.get(key);
  if (value !== undefined && typeof value !== "string") throw new Refused(wrongType);
  return value;
}
