import { uuidv7 } from "uuidv7";
import { derivedIdentity } from "../http/identity.ts";
import type { Shop } from "../shop.ts";
import type { OrderedLine } from "./read_order.ts";

/**
 * Holds what was ordered once more, each line as far as there are units of it. What could not be
 * held is for `readMissed` to tell.
 */
export async function orderAgain(
  shop: Shop,
  personId: string,
  requestId: string,
  lines: readonly OrderedLine[],
): Promise<void> {
  await Promise.all(lines.map(async ({ variantId, quantity }) => {
    const hold = async (quantity: number) =>
      await shop.hold({
        personId,
        requestId: await derivedIdentity(requestId, `${variantId} ${quantity}`),
        holdId: uuidv7(),
        variantId,
        quantity,
        waitlist: false,
      });
    const { refusal } = await hold(quantity);
    if (refusal?.code === "NOT_ENOUGH_STOCK" && refusal.available) await hold(refusal.available);
  }));
}
