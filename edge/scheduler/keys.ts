import { toHex } from "../../src/bytes.ts";
import type { SchedulerAddress, Secret } from "../../src/platform.ts";

type Keys = Pick<SchedulerAddress, "token" | "currentSigningKey" | "nextSigningKey">;

/**
 * The embedded scheduler's token and keys, derived from the deployment's secret, so that every
 * process on one database believes what any of them delivers.
 */
export async function schedulerKeys(secret: Secret): Promise<Keys> {
  const [token, currentSigningKey, nextSigningKey] = await Promise.all(
    ["token", "current key", "next key"].map((purpose) => derive(secret, `scheduler ${purpose}`)),
  );
  return {
    token: token!,
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
