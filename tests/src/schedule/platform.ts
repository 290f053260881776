import type { Platform, SchedulerAddress } from "../../../src/platform.ts";

export const keys = {
  token: "a-token",
  currentSigningKey: "sig_current",
  nextSigningKey: "sig_next",
};

/** A Platform that has a scheduler, a log and time for work after the answer, and nothing else. */
export interface SchedulingPlatform extends Platform {
  readonly logged: [event: string, fields: Record<string, unknown> | undefined][];
  /** Waits for the work that outlives its answer. */
  settled(): Promise<void>;
}

export function schedulingPlatform(address: Partial<SchedulerAddress> = {}): SchedulingPlatform {
  const logged: SchedulingPlatform["logged"] = [];
  const work: Promise<unknown>[] = [];
  const platform: Partial<SchedulingPlatform> = {
    scheduler: {
      ...keys,
      url: "http://127.0.0.1:9",
      callbackOrigin: "https://maru.example",
      ...address,
    },
    logged,
    log: (_level, event, fields) => void logged.push([event, fields]),
    now: Date.now,
    after: (promise) => void work.push(promise),
    settled: async () => void await Promise.all(work),
  };
  return platform as SchedulingPlatform;
}
