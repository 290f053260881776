import { atLeast, type Run, whole } from "./value.ts";

/** Commands that any kind of key takes. */
export const keyCommands: Readonly<Record<string, Run>> = {
  ping: (_, [text]) => text ?? "PONG",
  del: atLeast(1, "del", (keys, args) => args.filter((key) => keys.delete(key)).length),
  exists: atLeast(
    1,
    "exists",
    (keys, args) => args.filter((key) => keys.get(key) !== undefined).length,
  ),
  expire: atLeast(2, "expire", (keys, [key, s]) => Number(keys.expire(key!, whole(s) * 1000))),
  pexpire: atLeast(2, "pexpire", (keys, [key, ms]) => Number(keys.expire(key!, whole(ms)))),
  ttl: atLeast(1, "ttl", (keys, [key]) => {
    const ms = keys.left(key!);
    return ms < 0 ? ms : Math.round(ms / 1000);
  }),
  pttl: atLeast(1, "pttl", (keys, [key]) => keys.left(key!)),
};
