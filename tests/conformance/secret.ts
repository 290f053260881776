import { named } from "../../edge/environment.ts";
import { schedulerKeys } from "../../edge/scheduler/keys.ts";
import { fromHex, toHex } from "../../src/bytes.ts";

/** A shop's secret, and the key that its embedded scheduler signs with. */
export async function newSecret(): Promise<{ secret: string; key: string }> {
  const secret = toHex(crypto.getRandomValues(new Uint8Array(32)));
  const { currentSigningKey: key } = await schedulerKeys(named(fromHex(secret)));
  return { secret, key };
}
