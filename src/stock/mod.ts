import { gate_batch_requests_max, gate_waiting_requests_max } from "../limits.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { Gate } from "./gate.ts";
import { type Hold, hold, type HoldRequest } from "./hold.ts";

export { change, release } from "./change.ts";
export type { ChangeRequest } from "./change.ts";
export { lapse, serveLines } from "./lapse.ts";
export { changeStock } from "./restock.ts";
export type { StockChange, VariantStock } from "./restock.ts";
export type { Hold, HoldRequest };
export { hold };

/**
 * The way in for shoppers' holds: `hold` behind gates. A variant always passes the same gate, so a
 * rush on it is served in batches, while rushes on others go on beside it.
 * @param gates how many statements may be under way at once
 */
export function holdGate(database: Database, gates = 4) {
  const all = Array.from(
    { length: gates },
    () =>
      new Gate<HoldRequest, Hold>((batch) => hold(database, batch), {
        key: (request) => request.personId,
        batchMax: gate_batch_requests_max,
        waitingMax: gate_waiting_requests_max,
      }),
  );
  return (request: HoldRequest): Promise<Outcome<Hold>> =>
    all[hash(request.variantId) % gates]!.pass(request);
}

function hash(text: string) {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) >>> 0;
  return sum;
}
