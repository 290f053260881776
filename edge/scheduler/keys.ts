import { toHex } from "../../src/bytes.ts";
import type { SchedulerAddress, Secret } from "../../src/platform.ts";

type Keys = Pick<SchedulerAddress, "token" | "currentSigningKey" | "nextSigningKey">;

/**
 * The embedded scheduler's token and keys, derived from the deployment's secret, so that every
 * process on one database believes what any of them delivers.
 * @param previous the secret before: what was signed with it is believed while processes move over
 */
export async function schedulerKeys(secret: Secret, previous?: Secret): Promise<Keys> {
  const current = "scheduler current key";
  const [token, currentSigningKey, nextSigningKey] = await Promise.all([
    derive(secret, "scheduler token"),
    derive(secret, current),
    previous ? derive(previous, current) : derive(secret, "scheduler next key"),
  ]);
  return {
    token,
    currentSigningKey: `sig_${currentSigningKey}`,
    nextSigningKey: `sig_${nextSigningKey}`,
  };
}

async function derive({ bytes }: Secret, purpose: string) {
  const key = await crypto.subtle.importKey(
    "raw",
    bytes,
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const mac = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(purpose));
  return toHex(new Uint8Array(mac));
}
