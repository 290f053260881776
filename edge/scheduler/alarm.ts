/** A sleep that can be cut short. A wake while nobody sleeps cuts the next sleep. */
export function alarm(): { wake(): void; rest(ms: number): Promise<void> } {
  let woken = false;
  let ring: (() => void) | undefined;

  function wake(): void {
    woken = true;
    ring?.();
  }

  async function rest(ms: number): Promise<void> {
    if (!woken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      ring = undefined;
    }
    woken = false;
  }

  return { wake, rest };
}
