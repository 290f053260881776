import process from "node:process";

/** Waits until the process is asked to stop; asked again, it stops at once. */
export function untilAskedToStop(): Promise<void> {
  let stopping = false;
  return new Promise((asked) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      // One listener for both times: Deno calls a second one, added by the first, for the same signal.
      process.on(signal, () => {
        if (stopping) process.exit(1);
        stopping = true;
        asked();
      });
    }
  });
}
