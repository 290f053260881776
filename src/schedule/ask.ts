import type { Client } from "@upstash/qstash";
import { callback_asks_remembered_max } from "../limits.ts";
import type { Platform } from "../platform.ts";
import { callbackUrl } from "./address.ts";
import { remembered } from "./remembered.ts";

/** A callback that is wished for: a handler's name, and the moment at which it is to be called. */
export type Ask =
  & {
    readonly name: string;
    /** JSON for the handler: ids, and nothing personal, for it leaves the house. */
    readonly body?: unknown;
    /** Asking again under this id asks for nothing more: `lapse-<bucket>`. */
    readonly deduplicationId?: string;
    /** Attempts after the first; absent: as many as the scheduler makes. */
    readonly retries?: number;
  }
  & (
    | { readonly notBefore: number; readonly delaySeconds?: undefined }
    | { readonly delaySeconds?: number; readonly notBefore?: undefined }
  );

/**
 * Asks the scheduler to call back. Neither verb is on the path of somebody's answer, and neither
 * throws: what could not be asked for is logged, and the sweep of each minute makes up for it.
 */
export interface Callbacks {
  /** @param callback.notBefore milliseconds since 1970, rounded up to whole seconds */
  ask(callback: Ask): void;
  /**
   * Calls `name` at each moment that `cron` names, in UTC or by its `CRON_TZ=` prefix. Saying it
   * again, as each process does when it starts, changes the one schedule of that name.
   */
  every(cron: string, name: string): Promise<void>;
}

export function callbacks(platform: Platform): Callbacks {
  const { url: baseUrl, token } = platform.scheduler;
  let opened: Promise<Client> | undefined;
  const asked = remembered(callback_asks_remembered_max);

  // Loaded when something is first asked for: most lives of a Worker ask for nothing.
  function open(): Promise<Client> {
    return opened ??= import("@upstash/qstash").then(({ Client }) =>
      new Client({ baseUrl, token, devMode: false, enableTelemetry: false })
    );
  }

  async function publish({ name, body, notBefore, delaySeconds, ...options }: Ask): Promise<void> {
    const { deduplicationId } = options;
    try {
      const client = await open();
      await client.publishJSON({
        ...options,
        url: callbackUrl(platform, name),
        body,
        notBefore: notBefore === undefined ? undefined : Math.ceil(notBefore / 1_000),
        delay: delaySeconds,
      });
    } catch (error) {
      if (deduplicationId !== undefined) asked.forget(deduplicationId);
      platform.log("error", "callback.not_asked", { name, error: String(error) });
    }
  }

  return {
    ask(callback) {
      const { deduplicationId } = callback;
      if (deduplicationId !== undefined) {
        if (asked.has(deduplicationId)) return;
        asked.add(deduplicationId);
      }
      platform.after(publish(callback));
    },
    async every(cron, name) {
      try {
        const client = await open();
        // A turn that failed is not worth repeating: the next one comes.
        await client.schedules.create({
          destination: callbackUrl(platform, name),
          scheduleId: `maru-${name}`,
          cron,
          retries: 0,
        });
      } catch (error) {
        platform.log("error", "callback.not_scheduled", { name, error: String(error) });
      }
    },
  };
}
