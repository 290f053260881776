/**
 * Ports for tests: below 32768, where the system hands out none by itself; so many that two processes
 * which look for one at the same moment do not find the same, and none that browsers refuse (10080).
 */
export const test_ports = [10_100, 31_999] as const;

/** A port on loopback that nobody listens on at this moment. */
export function freePort(): number {
  const [first, last] = test_ports;
  for (let tries = 0; tries < 200; tries++) {
    const port = first + Math.floor(Math.random() * (last - first + 1));
    if (isFree(port)) return port;
  }
  throw new Error(`no free port between ${first} and ${last}`);
}

export function isFree(port: number): boolean {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return false;
    throw error;
  }
}
