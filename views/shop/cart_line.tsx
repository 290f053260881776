import { copy, faultText } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Countdown } from "../kit/countdown.tsx";
import { Form } from "../kit/form.tsx";
import { formatMoney, Price } from "../kit/money.tsx";
import { RefusalNotice } from "../kit/notice.tsx";
import { Picture } from "../kit/picture.tsx";
import { Stepper } from "../kit/stepper.tsx";
import { type Fault, type Money, type PictureFile, typed, type View } from "../kit/view.ts";

export interface CartLineProps {
  view: View;
  line: {
    readonly holdId: string;
    readonly productId: string;
    readonly name: string;
    /** `"Beige / M"`, or empty. */
    readonly options: string;
    readonly picture?: PictureFile | null;
    /** Of one unit, as taken when it was held. */
    readonly price: Money;
    readonly quantity: number;
    /** Most units for one shopper. */
    readonly unitsMost: number;
    /** ISO 8601. */
    readonly expiresAt: string;
  };
  fault?: Fault;
}

/** A hold: its time, its quantity, its way out. */
export function CartLine({ view, line, fault }: CartLineProps) {
  const t = copy(view.locale).cart;
  const { holdId, name, options, price, quantity } = line;
  const called = options ? `${name}, ${options}` : name;
  const amount = price.amount * quantity;
  return (
    <li class="line" id={`hold-${holdId}`}>
      <input
        type="checkbox"
        class="line-check"
        name="hold"
        value={holdId}
        form="cart-summary"
        checked
        aria-label={t.choose(called)}
        data-amount={amount}
        data-currency={price.currency}
      />
      <a class="line-picture" href={`/products/${line.productId}`} tabindex={-1} aria-hidden="true">
        <Picture file={line.picture && { ...line.picture, alt: "" }} instead={name} />
      </a>
      <div class="line-text">
        <h3>
          <a href={`/products/${line.productId}`}>{name}</a>
        </h3>
        {options && <p class="soft small">{options}</p>}
        <Price view={view} money={{ ...price, amount }} />
        {quantity > 1 && <p class="soft small">{t.each(formatMoney(view.locale, price))}</p>}
        <Countdown view={view} deadline={line.expiresAt} refresh />
      </div>
      <div class="line-forms">
        <QuantityForm view={view} line={line} called={called} fault={fault} />
        <Form
          view={view}
          action={`/holds/${holdId}/release`}
          swap={{ target: "#main", how: "innerMorph" }}
        >
          <Button kind="quiet" size="small" label={t.removeOf(called)}>{t.remove}</Button>
        </Form>
      </div>
      <RefusalNotice view={view} fault={fault} />
    </li>
  );
}

function QuantityForm({ view, line, called, fault }: CartLineProps & { called: string }) {
  const t = copy(view.locale).cart;
  return (
    <Form
      view={view}
      action={`/holds/${line.holdId}/quantity`}
      class="line-quantity"
      swap={{ target: "#main", how: "innerMorph", on: "change delay:300ms, submit" }}
    >
      <Stepper
        view={view}
        id={`quantity-${line.holdId}`}
        label={t.quantityOf(called)}
        value={typed(fault, "quantity", line.quantity)}
        most={line.unitsMost}
        error={faultText(view.locale, fault?.refusal, "quantity")}
      />
      <Button kind="secondary" size="small" class="unscripted">{t.update}</Button>
    </Form>
  );
}
