/** A set that forgets what it was told first when it is full. */
export interface Remembered {
  has(id: string): boolean;
  add(id: string): void;
  forget(id: string): void;
}

export function remembered(idsMax: number): Remembered {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add(id) {
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > idsMax && oldest !== undefined) ids.delete(oldest);
    },
    forget: (id) => void ids.delete(id),
  };
}
