/** The awareness clients that a room's live state is told as. They are nobody. */
export interface LiveIds {
  /** The client of one state, the same whenever it is asked for. */
  of(key: string): number;
  /** Whether an awareness client is, or was, one of these. */
  owns(clientId: number): boolean;
  /** What is told now has this clock at the least: none is behind what was told before, by whomever. */
  clock(): number;
}

/** Clients that nobody has met, for a room whose sockets come and go with it. */
export function freshIds(): LiveIds {
  const ids = new Map<string, number>();
  const owned = new Set<number>();
  return {
    of(key) {
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = crypto.getRandomValues(new Uint32Array(1))[0]!;
      ids.set(key, id);
      owned.add(id);
      return id;
    },
    owns: (clientId) => owned.has(clientId),
    clock: () => 0,
  };
}

const keys = 2 ** 21;

/**
 * The same clients each time the room is opened, for one whose sockets outlive it: they remember
 * whom they were told of. Client ids may have 53 bits; the upper 32 are the room's own.
 * @param room 32 bits that no other room of these sockets has
 * @param now milliseconds since 1970; a state is told less often than that
 */
export function lastingIds(room: number, now: () => number): LiveIds {
  const ids = new Map<number, string>();
  return {
    of(key) {
      let place = hash(key);
      while ((ids.get(place) ?? key) !== key) place = (place + 1) % keys;
      ids.set(place, key);
      return room * keys + place;
    },
    owns: (clientId) => Math.floor(clientId / keys) === room,
    clock: now,
  };
}

function hash(text: string) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return sum % keys;
}
