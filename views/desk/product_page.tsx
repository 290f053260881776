import { copy } from "../copy/mod.ts";
import { Button, LinkButton } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { Confirm, Disclosure } from "./confirm.tsx";
import { DeskPage, Panel } from "./desk_page.tsx";
import { ProductFields, type ProductValues } from "./product_fields.tsx";
import { ProductPictures } from "./product_pictures.tsx";
import { PlaceBadge } from "./product_table.tsx";
import type { Choice, DeskProduct } from "./types.ts";
import { VariantFields } from "./variant_fields.tsx";
import { VariantList } from "./variant_list.tsx";

/** The form on the page that was refused. A variant's is named by its id. */
export interface ProductFault extends Fault {
  readonly form: "details" | "variants" | "pictures" | "page" | `variant-${string}`;
}

export interface DeskProductProps {
  view: View;
  product: DeskProduct;
  values: ProductValues;
  shows: readonly Choice[];
  currency: Currency;
  done?: string;
  fault?: ProductFault;
}

export function DeskProductPage(props: DeskProductProps) {
  const { view, product, values, shows, currency, done, fault } = props;
  const { desk } = copy(view.locale);
  const t = desk.products;
  const path = `/desk/products/${product.id}`;
  const show = shows.find(({ id }) => id === product.showId);
  const faultOf = (form: ProductFault["form"]) => fault?.form === form ? fault : undefined;
  return (
    <DeskPage
      view={view}
      title={product.name}
      beside={<PlaceBadge view={view} product={product} />}
      lead={show && <a href={`/desk/shows/${show.id}`}>{show.name}</a>}
      crumbs={[{ text: t.title, href: "/desk/products" }]}
      actions={isSeen(product) && (
        <LinkButton href={`/products/${product.id}`} kind="secondary" size="small" icon="eye">
          {t.open}
        </LinkButton>
      )}
      done={done}
      fault={fault}
    >
      <div class="desk-columns">
        <div class="stack">
          <Panel title={t.options} id="variants">
            <p class="soft small">{t.changeStockHint}</p>
            <VariantList
              view={view}
              variants={product.variants}
              currency={currency}
              fault={fault}
            />
            <Disclosure title={t.addVariants} icon="plus" open={fault?.form === "variants"}>
              <Form view={view} action={`${path}/variants`} class="stack">
                <VariantFields view={view} currency={currency} fault={faultOf("variants")} />
                <div class="actions">
                  <Button kind="secondary">{t.addVariants}</Button>
                </div>
              </Form>
            </Disclosure>
          </Panel>
          <ProductPictures view={view} product={product} fault={faultOf("pictures")} />
        </div>
        <div class="stack">
          <Panel title={t.details} id="details">
            <Form view={view} action={path} class="stack">
              <ProductFields
                view={view}
                values={values}
                shows={shows}
                currency={currency}
                fault={faultOf("details")}
              />
              <div class="actions">
                <Button>{desk.save}</Button>
              </div>
            </Form>
          </Panel>
          <Leaving view={view} path={path} />
        </div>
      </div>
    </DeskPage>
  );
}

/** Whether shoppers find it anywhere. */
function isSeen({ place, variants }: DeskProduct) {
  return (place === "show" || place === "store") && variants.some(({ hidden }) => !hidden);
}

function Leaving({ view, path }: { view: View; path: string }) {
  const t = copy(view.locale).desk.products;
  return (
    <div class="actions">
      <Confirm
        view={view}
        action={`${path}/copies`}
        title={t.copy}
        text={t.copyText}
        now={t.copy}
        icon="copy"
        kind="secondary"
      />
      <Confirm
        view={view}
        action={`${path}/deletion`}
        title={t.deleteOne}
        text={t.deleteOneText}
        now={t.deleteOneNow}
        icon="trash"
      />
    </div>
  );
}
