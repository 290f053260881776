const look_again_ms = 20;

/**
 * Waits until something holds.
 * @returns whether it came to hold in time
 */
export async function held(
  holds: () => boolean | Promise<boolean>,
  ms_max: number,
): Promise<boolean> {
  const giveUp = Date.now() + ms_max;
  while (!await holds()) {
    if (Date.now() > giveUp) return false;
    await new Promise((rested) => setTimeout(rested, look_again_ms));
  }
  return true;
}

/** @throws when it does not come to hold in time */
export async function until(
  holds: () => boolean | Promise<boolean>,
  ms_max = 10_000,
  what = String(holds),
): Promise<void> {
  if (!await held(holds, ms_max)) throw new Error(`not within ${ms_max} ms: ${what}`);
}
