import type { Keyspace } from "./keyspace.ts";

/** A string, a set, or a sorted set: members with their scores. */
export type Value = string | Set<string> | Map<string, number>;

/** What Redis would refuse, in its words. */
export class Refused extends Error {}

/** Runs one command. */
export type Run = (keys: Keyspace, args: readonly string[]) => unknown;

export const wrongType = "WRONGTYPE Operation against a key holding the wrong kind of value";

/** An argument that is a whole number. */
export function whole(text: string | undefined): number {
  if (text === undefined || !/^-?\d{1,15}$/.test(text)) {
    throw new Refused("ERR value is not an integer or out of range");
  }
  return Number(text);
}

/** @throws Refused when there are fewer arguments than the command takes */
export function atLeast(count: number, name: string, run: Run): Run {
  return (keys, args) => {
    if (args.length < count) {
      throw new Refused(`ERR wrong number of arguments for '${name}' command`);
    }
    return run(keys, args);
  };
}
