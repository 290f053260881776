import type { Platform } from "../platform.ts";

/** Where the scheduler calls back for `name`; also what a signature must have been made for. */
export function callbackUrl({ scheduler }: Pick<Platform, "scheduler">, name: string): string {
  return `${scheduler.callbackOrigin}/hooks/callbacks/${name}`;
}
