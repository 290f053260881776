import type { OrderEvent } from "../../../views/desk/types.ts";
import { isoSql } from "../../db/iso.ts";
import { openAddress, type ShippingAddress } from "../../orders/address.ts";
import { type OrderDetail, readOrder } from "../../orders/read_order.ts";
import type { Platform } from "../../platform.ts";

/** What an order is to its buyer, and nothing to the shop. */
type BuyersOwn = "sealedAddress" | "others" | "payTo" | "sellerName";

/** An order as the shop sees it that it belongs to. */
export interface OrderAtDesk extends Omit<OrderDetail, BuyersOwn> {
  readonly buyer: string;
  readonly remindedAt: string | null;
  readonly address: ShippingAddress | null;
  readonly phone: string | null;
  /** Oldest first. */
  readonly events: readonly OrderEvent[];
}

interface Row {
  sellerId: string;
  buyer: string;
  remindedAt: string | null;
}

/** An order of one of these shops, unless there is none. */
export async function readOrderAtDesk(
  { database, configuration }: Platform,
  shops: readonly string[],
  number: string,
): Promise<OrderAtDesk | undefined> {
  const [row] = await database.query<Row>(read_buyer, [shops, number], { name: "desk_order" });
  const found = row && await readOrder(database, number, { sellerId: row.sellerId });
  if (!found) return undefined;
  const { sealedAddress, others: _, payTo: __, sellerName: ___, ...order } = found;
  const address = sealedAddress && await openAddress(configuration, sealedAddress);
  return {
    ...order,
    ...row,
    address,
    phone: address?.phone ?? null,
    events: eventsOf(order, row.remindedAt),
  };
}

const read_buyer = `
  select o.seller_id as "sellerId", b.display_name as buyer,
    ${isoSql("o.reminded_at")} as "remindedAt"
  from orders o join people b on b.id = o.shopper_id
  where o.seller_id = any ($1::uuid[]) and o.number = $2`;

function eventsOf(order: Omit<OrderDetail, BuyersOwn>, remindedAt: string | null): OrderEvent[] {
  const { placedAt, paidAt, total, parcel, refunds, cancelledAt, cancelledBy } = order;
  const events: (OrderEvent | undefined | "" | null | false)[] = [
    { what: "placed", at: placedAt },
    remindedAt !== null && { what: "reminded", at: remindedAt },
    paidAt !== null && { what: "paid", at: paidAt, amount: total },
    parcel && { what: "shipped", at: parcel.shippedAt },
    parcel?.deliveredAt && { what: "delivered", at: parcel.deliveredAt },
    cancelledAt !== null &&
    { what: "cancelled", at: cancelledAt, by: cancelledBy ?? undefined },
    ...refunds.map(({ at, amount, reason }) =>
      ({ what: "refunded", at, amount, note: reason }) as const
    ),
  ];
  return events.filter((event) => !!event).sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
}
