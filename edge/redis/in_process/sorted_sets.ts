import type { Keyspace } from "./keyspace.ts";
import { atLeast, Refused, type Run, whole, wrongType } from "./value.ts";

type Entry = readonly [member: string, score: number];

/** Commands of sorted sets. */
export const sortedSetCommands: Readonly<Record<string, Run>> = {
  zadd: atLeast(3, "zadd", (keys, [key, ...pairs]) => {
    if (pairs.length % 2 === 1) throw new Refused("ERR syntax error");
    const set = sortedAt(keys, key!);
    const before = set.size;
    for (let at = 0; at < pairs.length; at += 2) set.set(pairs[at + 1]!, score(pairs[at]!));
    keys.put(key!, set);
    return set.size - before;
  }),
  zrem: atLeast(2, "zrem", (keys, [key, ...members]) => remove(keys, key!, members)),
  zcard: atLeast(1, "zcard", (keys, [key]) => sortedAt(keys, key!).size),
  zscore: atLeast(2, "zscore", (keys, [key, member]) => {
    const score = sortedAt(keys, key!).get(member!);
    return score === undefined ? null : String(score);
  }),
  zrange: atLeast(3, "zrange", (keys, [key, first, last, ...options]) => {
    if (options.length > 0) throw new Refused("ERR syntax error in the embedded Redis: no options");
    const entries = inOrder(sortedAt(keys, key!));
    const [from, to] = [first, last].map((text) => place(whole(text), entries.length));
    return entries.slice(from, to! + 1).map(([member]) => member);
  }),
  zremrangebyscore: atLeast(3, "zremrangebyscore", (keys, [key, least, most]) => {
    const within = between(least!, most!);
    const gone = inOrder(sortedAt(keys, key!)).filter(([, score]) => within(score));
    return remove(keys, key!, gone.map(([member]) => member));
  }),
};

function remove(keys: Keyspace, key: string, members: readonly string[]): number {
  const set = sortedAt(keys, key);
  const gone = members.filter((member) => set.delete(member)).length;
  keys.put(key, set);
  return gone;
}

function inOrder(set: Map<string, number>): Entry[] {
  return [...set].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
}

/** Negative places count from the end. */
function place(at: number, length: number): number {
  return at < 0 ? Math.max(at + length, at === -1 ? -1 : 0) : at;
}

function between(least: string, most: string): (score: number) => boolean {
  const [from, to] = [least, most].map((text) => score(text.replace(/^\(/, "")));
  return (at) =>
    (least.startsWith("(") ? at > from! : at >= from!) &&
    (most.startsWith("(") ? at < to! : at <= to!);
}

function score(text: string): number {
  const infinite = /^([+-]?)inf$/i.exec(text);
  const number = infinite ? Number(`${infinite[1]}Infinity`) : Number(text);
  if (text.trim() === "" || Number.isNaN(number)) {
    throw new Refused("ERR value is not a valid float");
  }
  return number;
}

function sortedAt(keys: Keyspace, key: string): Map<string, number> {
  const value = keys.get(key) ?? new Map<string, number>();
  if (!(value instanceof Map)) throw new Refused(wrongType);
  return value;
}
