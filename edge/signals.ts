import process from "node:process";

/** Waits until the process is asked to stop; asked again, it stops at once. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((asked) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        asked();
      });
    }
  });
}
