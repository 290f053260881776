import type { Keyspace } from "./keyspace.ts";
import { atLeast, Refused, type Run, wrongType } from "./value.ts";

/** Commands of sets. */
export const setCommands: Readonly<Record<string, Run>> = {
  sadd: atLeast(2, "sadd", (keys, [key, ...members]) => change(keys, key!, members, "add")),
  srem: atLeast(2, "srem", (keys, [key, ...members]) => change(keys, key!, members, "delete")),
  smembers: atLeast(1, "smembers", (keys, [key]) => [...setAt(keys, key!)]),
  scard: atLeast(1, "scard", (keys, [key]) => setAt(keys, key!).size),
  sismember: atLeast(
    2,
    "sismember",
    (keys, [key, member]) => Number(setAt(keys, key!).has(member!)),
  ),
  sunion: atLeast(1, "sunion", (keys, all) => [...union(keys, all)]),
  sunionstore: atLeast(2, "sunionstore", (keys, [into, ...all]) => {
    const members = union(keys, all);
    keys.delete(into!);
    keys.put(into!, members);
    return members.size;
  }),
};

function change(keys: Keyspace, key: string, members: readonly string[], how: "add" | "delete") {
  const set = setAt(keys, key);
  const before = set.size;
  members.forEach((member) => set[how](member));
  keys.put(key, set);
  return Math.abs(set.size - before);
}

function union(keys: Keyspace, all: readonly string[]): Set<string> {
  return new Set(all.flatMap((key) => [...setAt(keys, key)]));
}

function setAt(keys: Keyspace, key: string): Set<string> {
  const value = keys.get(key) ?? new Set<string>();
  if (!(value instanceof Set)) throw new Refused(wrongType);
  return value;
}
