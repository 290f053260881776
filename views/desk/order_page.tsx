import { copy } from "../copy/mod.ts";
import { formatMoment } from "../kit/moment.tsx";
import type { Fault, View } from "../kit/view.ts";
import { AddressText } from "../shop/address_fields.tsx";
import { OrderBadge } from "../shop/order_badge.tsx";
import { Confirm } from "./confirm.tsx";
import { DeskPage, Panel } from "./desk_page.tsx";
import { OrderHistory } from "./order_history.tsx";
import { OrderLinesPanel } from "./order_lines_panel.tsx";
import { OrderParcel, ShipForm } from "./order_parcel.tsx";
import { OrderPayment } from "./order_payment.tsx";
import type { DeskOrder } from "./types.ts";

/** The form on the page that was refused. */
export interface OrderFault extends Fault {
  readonly form: "payment" | "shipment" | "lines" | "refund" | "page";
}

export interface DeskOrderProps {
  view: View;
  order: DeskOrder;
  /** Does everything; those who only pack see to the parcel. */
  sells: boolean;
  done?: string;
  fault?: OrderFault;
}

export function DeskOrderPage({ view, order, sells, done, fault }: DeskOrderProps) {
  const { desk } = copy(view.locale);
  const t = desk.orders;
  const { number, state, placedAt, buyer, address, phone } = order;
  const path = `/desk/orders/${number}`;
  const faultOf = (form: OrderFault["form"]) => fault?.form === form ? fault : undefined;
  return (
    <DeskPage
      view={view}
      title={number}
      beside={<OrderBadge view={view} state={state} />}
      lead={`${buyer} · ${formatMoment(view, placedAt)}`}
      crumbs={[{ text: t.title, href: "/desk/orders" }]}
      done={done}
      fault={fault}
    >
      <div class="desk-columns">
        <div class="stack">
          {state === "awaiting_payment" && sells && (
            <OrderPayment view={view} order={order} path={path} fault={faultOf("payment")} />
          )}
          {state === "paid" && <ShipForm view={view} path={path} fault={faultOf("shipment")} />}
          {order.parcel && <OrderParcel view={view} order={order} path={path} />}
          <OrderLinesPanel
            view={view}
            order={order}
            path={path}
            sells={sells}
            changeFault={faultOf("lines")}
            refundFault={faultOf("refund")}
          />
          {state === "awaiting_payment" && sells && (
            <div class="actions">
              <Confirm
                view={view}
                action={`${path}/cancellation`}
                title={t.cancel}
                text={t.cancelText}
                now={t.cancelNow}
              />
            </div>
          )}
        </div>
        <div class="stack">
          <Panel title={t.shipTo}>
            {address
              ? <AddressText view={view} address={address} phone={phone} />
              : <p class="soft">{t.noAddress}</p>}
          </Panel>
          <Panel title={t.history}>
            <OrderHistory view={view} order={order} />
          </Panel>
        </div>
      </div>
    </DeskPage>
  );
}
