import { copy } from "../copy/mod.ts";
import { Button, LinkButton } from "../kit/button.tsx";
import { Countdown } from "../kit/countdown.tsx";
import { Form } from "../kit/form.tsx";
import { Notice, RefusalNotice } from "../kit/notice.tsx";
import type { Fault, View } from "../kit/view.ts";
import { CartLink } from "../layout/header.tsx";

interface Held {
  /** Product and option, as people call it. */
  name: string;
  quantity: number;
  /** ISO 8601. */
  expiresAt: string;
}

interface Waiting {
  name: string;
  ahead: number;
}

export interface HoldResultProps {
  view: View;
  from: string;
  held?: Held;
  waiting?: Waiting;
  fault?: Fault;
  /** Lines in the cart after this. */
  cartLines: number;
}

/** The answer to a hold, for those who stay on the page. Stands in `#toast`. */
export function HoldResult({ view, from, held, waiting, fault, cartLines }: HoldResultProps) {
  const t = copy(view.locale).holdResult;
  return (
    <>
      {held && (
        <Notice tone="good" title={t.held(named(held))}>
          <Countdown view={view} deadline={held.expiresAt} />
          <LinkButton href="/cart" size="small" kind="secondary">{t.toCart}</LinkButton>
        </Notice>
      )}
      {waiting && (
        <Notice tone="good" title={t.waiting(waiting.name)}>
          <p>{t.ahead(waiting.ahead)}</p>
          <LinkButton href="/waitlist" size="small" kind="secondary">{t.toWaitlist}</LinkButton>
        </Notice>
      )}
      <RefusalNotice view={view} fault={fault} />
      <WaitInstead view={view} fault={fault} from={from} />
      <CartLink view={view} lines={cartLines} outOfBand />
    </>
  );
}

function WaitInstead({ view, fault, from }: { view: View; fault?: Fault; from: string }) {
  const { variantId, quantity } = fault?.values ?? {};
  const waitable = fault?.refusal.code === "SOLD_OUT" || fault?.refusal.code === "NOT_ENOUGH_STOCK";
  if (!waitable || !variantId || !quantity) return null;
  return (
    <Form
      view={view}
      action="/holds"
      class="wait-instead"
      swap={{ target: "#toast", how: "innerHTML" }}
    >
      <input type="hidden" name="variantId" value={variantId} />
      <input type="hidden" name="quantity" value={quantity} />
      <input type="hidden" name="waitlist" value="true" />
      <input type="hidden" name="from" value={from} />
      <Button size="small" kind="secondary">{copy(view.locale).holdResult.joinLine}</Button>
    </Form>
  );
}

function named({ name, quantity }: Held) {
  return quantity > 1 ? `${name} × ${quantity}` : name;
}
