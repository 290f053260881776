import type { Identity } from "./identity.ts";
import { limits } from "./limits.ts";
import type { Settings } from "./settings.ts";

/**
 * Tells the application every few seconds that this server lives, as SRS does.
 * @returns what ends it
 */
export function beat({ hookOrigin, hookToken, host }: Settings, identity: Identity): () => void {
  const url = `${hookOrigin}/hooks/media/heartbeats`;
  // As SRS, which leaves a query out of this address: the token is the device's name.
  const body = JSON.stringify({ device_id: hookToken, ip: host, ...identity });
  const once = () =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(limits.heartbeat_ms),
    }).then((answer) => answer.body?.cancel(), () => {});
  once();
  const timer = setInterval(once, limits.heartbeat_ms);
  return () => clearInterval(timer);
}
