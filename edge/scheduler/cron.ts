import { Cron } from "croner";

const zonePrefix = /^CRON_TZ=(\S+)\s+/;

/**
 * The first moment after `afterMs` that a cron expression of five parts names, in UTC or in the
 * zone of its `CRON_TZ=` prefix.
 * @returns milliseconds since 1970, or nothing when the expression names no moment
 */
export function nextMoment(expression: string, afterMs: number): number | undefined {
  const timezone = zonePrefix.exec(expression)?.[1] ?? "UTC";
  try {
    const cron = new Cron(expression.replace(zonePrefix, ""), { mode: "5-part", timezone });
    return cron.nextRun(new Date(afterMs))?.getTime();
  } catch {
    return undefined;
  }
}
