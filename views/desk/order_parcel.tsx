import type { tracking_characters_max } from "../../src/limits.ts";
import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Field } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { Moment } from "../kit/moment.tsx";
import type { Fault, View } from "../kit/view.ts";
import { CopyLine } from "../shop/copy_line.tsx";
import { Panel } from "./desk_page.tsx";
import type { DeskOrder } from "./types.ts";

const tracking_most: typeof tracking_characters_max = 60;

export function ShipForm({ view, path, fault }: { view: View; path: string; fault?: Fault }) {
  const t = copy(view.locale).desk.orders;
  const shared = { view, fault, required: true, half: true, autocomplete: "off" };
  return (
    <Panel title={t.ship}>
      <Form view={view} action={`${path}/shipment`} class="stack">
        <div class="fields">
          <Field {...shared} name="carrier" label={t.carrier} maxlength={tracking_most} />
          <Field {...shared} name="tracking" label={t.tracking} maxlength={tracking_most} />
        </div>
        <div class="actions">
          <Button icon="truck">{t.shipNow}</Button>
        </div>
      </Form>
    </Panel>
  );
}

export function OrderParcel({ view, order, path }: { view: View; order: DeskOrder; path: string }) {
  const { desk, order: shop } = copy(view.locale);
  const t = desk.orders;
  const { parcel, state } = order;
  if (!parcel) return null;
  return (
    <Panel title={t.parcel}>
      <dl class="facts">
        <dt>{t.carrier}</dt>
        <dd>{parcel.carrier}</dd>
        <dt>{t.tracking}</dt>
        <dd>
          <CopyLine view={view} text={parcel.tracking} what={shop.trackingLabel} />
        </dd>
        <dt>{t.events.shipped}</dt>
        <dd>
          <Moment view={view} at={parcel.shippedAt} />
        </dd>
      </dl>
      {state === "shipped" && (
        <Form view={view} action={`${path}/delivery`} class="actions">
          <Button kind="secondary" size="small" icon="check">{t.deliver}</Button>
          <span class="soft small">{t.deliverText}</span>
        </Form>
      )}
    </Panel>
  );
}
