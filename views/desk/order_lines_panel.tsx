import type { note_characters_max } from "../../src/limits.ts";
import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Field } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import type { Fault, View } from "../kit/view.ts";
import { Amounts } from "../shop/amounts.tsx";
import { OrderLines } from "../shop/order_lines.tsx";
import { Confirm, Disclosure } from "./confirm.tsx";
import { Panel } from "./desk_page.tsx";
import { LineUnits } from "./line_units.tsx";
import type { DeskOrder } from "./types.ts";

interface Props {
  view: View;
  order: DeskOrder;
  path: string;
  sells: boolean;
  changeFault?: Fault;
  refundFault?: Fault;
}

const note_most: typeof note_characters_max = 500;

/** What was ordered, and what can still be changed about it in its state. */
export function OrderLinesPanel(props: Props) {
  const { view, order, path, sells, changeFault, refundFault } = props;
  const t = copy(view.locale).desk.orders;
  const { state, lines, currency } = order;
  const refundable = state === "paid" || state === "shipped" || state === "delivered";
  return (
    <Panel title={t.lines}>
      <OrderLines view={view} lines={lines} currency={currency} />
      <Amounts view={view} {...order} />
      {sells && state === "awaiting_payment" && (
        <Disclosure title={t.changeLines} icon="edit" open={changeFault !== undefined}>
          <Form view={view} action={`${path}/lines`} class="stack">
            <p class="soft small">{t.changeLinesText}</p>
            <LineUnits
              view={view}
              lines={lines}
              label={t.quantityOf}
              stored={(line) =>
                line.quantity}
              most={(line) =>
                line.quantity}
              fault={changeFault}
            />
            <div class="actions">
              <Button kind="secondary" size="small">{t.changeNow}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
      {sells && refundable && (
        <Disclosure title={t.refund} open={refundFault !== undefined}>
          <Refund view={view} order={order} path={path} fault={refundFault} />
        </Disclosure>
      )}
    </Panel>
  );
}

function Refund({ view, order, path, fault }: {
  view: View;
  order: DeskOrder;
  path: string;
  fault?: Fault;
}) {
  const t = copy(view.locale).desk.orders;
  const left = order.lines.filter(({ quantity, refunded }) => quantity > refunded);
  return (
    <div class="stack">
      <p class="soft small">{t.refundText}</p>
      <Form view={view} action={`${path}/refunds`} class="stack">
        <LineUnits
          view={view}
          lines={left}
          label={t.refundOf}
          stored={() => 0}
          most={({ quantity, refunded }) => quantity - refunded}
          fault={fault}
        />
        <Field
          view={view}
          name="reason"
          label={t.refundReason}
          maxlength={note_most}
          fault={fault}
        />
        <div class="actions">
          <Button kind="secondary" size="small">{t.refundLines}</Button>
        </div>
      </Form>
      <Confirm
        view={view}
        action={`${path}/refunds`}
        title={t.refundAll}
        text={t.refundAllText}
        now={t.refundAll}
      />
    </div>
  );
}
