import * as z from "zod";

/**
 * The moment at which a wall clock of a zone shows this time; undefined when it is no time. Of a
 * time that the clock shows twice it is the first, of one that it skips the one after the gap.
 * @param wall `2026-11-21T20:00`
 * @param zone IANA name
 * @returns ISO 8601, UTC
 */
export function momentOf(wall: string, zone: string): string | undefined {
  if (!/^2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(wall)) return undefined;
  const asUtc_ms = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc_ms)) return undefined;
  const shown = new Date(asUtc_ms).toISOString();
  if (!shown.startsWith(wall)) return undefined;

  const before = asUtc_ms - ahead_ms(asUtc_ms - day_ms, zone);
  const after = asUtc_ms - ahead_ms(asUtc_ms + day_ms, zone);
  const shows = (moment: number) => moment + ahead_ms(moment, zone) === asUtc_ms;
  return new Date(!shows(before) && shows(after) ? after : before).toISOString();
}

/** What a wall clock of the zone shows at a moment: `2026-11-21T20:00`. */
export function wallClock(moment: string, zone: string): string {
  const at_ms = Date.parse(moment);
  return new Date(at_ms + ahead_ms(at_ms, zone)).toISOString().slice(0, 16);
}

/** A moment as a form sends it. */
export function typedMoment(zone: string) {
  return z.string().transform((wall, context) => {
    const moment = momentOf(wall, zone);
    if (moment !== undefined) return moment;
    context.addIssue({ code: "custom", message: "date" });
    return z.NEVER;
  });
}

const day_ms = 24 * 3600 * 1000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** By how much the clocks of a zone are ahead of UTC, to the second. */
function ahead_ms(at_ms: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    clocks.set(zone, clock);
  }
  const shown = Object.fromEntries(
    clock.formatToParts(at_ms).map(({ type, value }) => [type, Number(value)]),
  );
  const { year, month, day, hour, minute, second } = shown as Record<string, number>;
  const wall_ms = Date.UTC(year!, month! - 1, day, hour, minute, second);
  return wall_ms - Math.floor(at_ms / 1000) * 1000;
}
