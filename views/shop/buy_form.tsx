import { copy, faultText } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import { RefusalNotice } from "../kit/notice.tsx";
import { Stepper } from "../kit/stepper.tsx";
import type { Fault, View } from "../kit/view.ts";
import { ChoiceChips, ChoiceList } from "./choices.tsx";
import type { ProductOffer } from "./types.ts";

interface Props {
  view: View;
  product: ProductOffer;
  /** Unique on the page. */
  id: string;
  /** The page it stands on, to come back to. */
  from: string;
  /** `"chips"` has room for every option; `"list"` is one line. */
  choice: "chips" | "list";
  fault?: Fault;
  /** What had been chosen before signing in, by field. */
  wish?: Fault["values"];
  /** The buttons stand elsewhere, in a bar of their own. */
  withoutButtons?: boolean;
}

/** Holds units of a product, or waits in line for them. */
export function BuyForm(props: Props) {
  const { view, product, id, from, choice, fault, wish, withoutButtons } = props;
  const t = copy(view.locale).product;
  const { variants, unitsMost } = product;
  const [only, another] = variants;
  const values = fault?.values ?? wish;
  const Choice = choice === "chips" ? ChoiceChips : ChoiceList;
  return (
    <Form
      view={view}
      action="/holds"
      id={id}
      class={`buy buy-${choice}`}
      swap={{ target: "#toast", how: "innerHTML" }}
    >
      <RefusalNotice view={view} fault={fault} />
      <input type="hidden" name="from" value={from} />
      {only && !another
        ? <input type="hidden" name="variantId" value={only.id} />
        : <Choice view={view} product={product} id={id} chosen={values?.variantId} />}
      <Stepper
        view={view}
        id={`${id}-quantity`}
        label={t.quantity}
        value={values?.quantity ?? 1}
        most={unitsMost}
        error={faultText(view.locale, fault?.refusal, "quantity")}
        showLabel={choice === "chips"}
      />
      {!withoutButtons && <BuyButtons view={view} product={product} />}
    </Form>
  );
}

/**
 * To hold and to wait in line. The stylesheet shows the one that fits the option that is chosen;
 * a browser that cannot tell shows both.
 */
export function BuyButtons({ view, product, form }: {
  view: View;
  product: ProductOffer;
  form?: string;
}) {
  const t = copy(view.locale).product;
  const left = product.variants.some(({ available }) => available > 0);
  const out = product.variants.some(({ available }) => available < 1);
  return (
    <span class="buy-buttons">
      {left && (
        <Button form={form} size="large" wide icon="cart" class="buy-hold">
          {t.hold}
        </Button>
      )}
      {out && (
        <Button
          form={form}
          size="large"
          wide
          kind="secondary"
          icon="line"
          class={left ? "buy-wait" : undefined}
          name="waitlist"
          value="true"
        >
          {t.wait}
        </Button>
      )}
    </span>
  );
}
