import {
  scheduler_dead_letter_days,
  scheduler_deduplication_minutes,
  scheduler_deliveries_at_once_max,
  scheduler_rest_seconds_max,
  scheduler_turns_at_once_max,
} from "../../src/limits.ts";
import { alarm } from "./alarm.ts";
import { nextMoment } from "./cron.ts";
import { deliver, type Means } from "./delivery.ts";
import { newMessage } from "./message.ts";
import { claim, forget, type Leased, nextDueAtMs } from "./store/deliveries.ts";
import { dueSchedules, type Schedule, takeTurns, type Turn } from "./store/schedules.ts";

/** Sends what is due, and sleeps until something is. */
export interface Deliverer {
  start(): void;
  /** Takes nothing new, and waits until what is under way is settled. */
  stop(): Promise<void>;
  /** Something may be due sooner than was thought. */
  wake(): void;
  /** Sends all that is due by the clock, and what follows from it, then answers. */
  deliverDue(): Promise<void>;
}

const rest_ms_max = scheduler_rest_seconds_max * 1_000;
const stumble_rest_ms = 5_000;

export function deliverer(means: Means): Deliverer {
  const { database, now, log } = means;
  const underWay = new Set<Promise<void>>();
  const { wake, rest } = alarm();
  let stopped = false;
  let running: Promise<void> | undefined;
  let forgetAtMs = 0;

  function begin(message: Leased): void {
    const delivery = deliver(message, means)
      .catch((error) => {
        log("error", "scheduler.unsettled", { messageId: message.id, error: String(error) });
      })
      .finally(() => {
        underWay.delete(delivery);
        wake();
      });
    underWay.add(delivery);
  }

  /** Begins what is due and finds room. @returns how many messages that were */
  async function beginDue(): Promise<number> {
    const schedules = await dueSchedules(database, now(), scheduler_turns_at_once_max);
    if (schedules.length > 0) await takeTurns(database, schedules.map((s) => turnOf(s, now())));
    const room = scheduler_deliveries_at_once_max - underWay.size;
    if (room <= 0) return 0;
    const messages = await claim(database, { lease: crypto.randomUUID(), room, nowMs: now() });
    messages.forEach(begin);
    return messages.length;
  }

  async function forgetNowAndThen(): Promise<void> {
    if (now() < forgetAtMs) return;
    await forget(database, now(), now() - scheduler_dead_letter_days * 86_400_000);
    forgetAtMs = now() + scheduler_deduplication_minutes * 60_000;
  }

  /** @returns for how long there is nothing to do, in milliseconds */
  async function idleMs(): Promise<number> {
    if (underWay.size >= scheduler_deliveries_at_once_max) return rest_ms_max;
    const dueAtMs = await nextDueAtMs(database) ?? Infinity;
    return Math.min(Math.max(dueAtMs - now(), 0), rest_ms_max);
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        await forgetNowAndThen();
        await beginDue();
        await rest(await idleMs());
      } catch (error) {
        log("error", "scheduler.stumbled", { error: String(error) });
        await rest(stumble_rest_ms);
      }
    }
  }

  return {
    wake,
    start() {
      stopped = false;
      running ??= run();
    },
    async stop() {
      stopped = true;
      wake();
      await running;
      running = undefined;
      await Promise.all(underWay);
    },
    async deliverDue() {
      while (await beginDue() > 0 || underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Turns that passed while nobody looked are one turn. */
function turnOf(schedule: Schedule, nowMs: number): Turn {
  const dueAtMs = Date.parse(schedule.next_at) + schedule.delay_seconds * 1_000;
  // A cron that names no further moment has had its last turn.
  const nextAtMs = nextMoment(schedule.cron, nowMs) ?? Date.UTC(9999, 0);
  return {
    id: schedule.id,
    at: schedule.next_at,
    next_at: new Date(nextAtMs).toISOString(),
    message: newMessage(schedule.content, nowMs, dueAtMs, schedule.id),
  };
}
