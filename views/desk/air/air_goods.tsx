import { copy } from "../../copy/mod.ts";
import { Badge } from "../../kit/badge.tsx";
import { Button } from "../../kit/button.tsx";
import { Form } from "../../kit/form.tsx";
import { formatMoney } from "../../kit/money.tsx";
import type { Currency, View } from "../../kit/view.ts";
import { Panel } from "../desk_page.tsx";
import type { ShowProduct } from "../types.ts";
import { Units } from "../units.tsx";
import type { AirShow } from "./air_page.tsx";

interface Props {
  view: View;
  show: AirShow;
  products: readonly ShowProduct[];
  currency: Currency;
  owns: boolean;
}

/** What is left of each product of the show. Stands in `#goods-list`. */
export function AirGoods({ view, show, products, currency, owns }: Props) {
  const { air, shows: t } = copy(view.locale).desk;
  return (
    <Panel title={air.goods} id="goods">
      {products.length === 0 && <p class="soft">{t.goodsNone}</p>}
      <ul class="desk-list" id="goods-list" data-fresh>
        {products.map((product) => (
          <li key={product.id} id={`good-${product.id}`}>
            <Name view={view} product={product} currency={currency} owns={owns} />
            <span class="desk-list-end">
              {product.id === show.featuredProductId
                ? <Badge tone="accent">{t.featured}</Badge>
                : owns && <Feature view={view} showId={show.id} product={product} />}
              <Units available={product.available} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Name({ view, product, currency, owns }: Pick<Props, "view" | "currency" | "owns"> & {
  product: ShowProduct;
}) {
  const t = copy(view.locale).desk.shows;
  const { id, name, price, held, sold } = product;
  const text = (
    <>
      {name}
      <span class="soft small">
        {price !== null && `${formatMoney(view.locale, { amount: price, currency })} · `}
        {t.held(held)} · {t.sold(sold)}
      </span>
    </>
  );
  return owns
    ? <a href={`/desk/products/${id}`}>{text}</a>
    : <span class="desk-list-text">{text}</span>;
}

function Feature({ view, showId, product }: { view: View; showId: string; product: ShowProduct }) {
  const t = copy(view.locale).desk.shows;
  return (
    <Form view={view} action={`/desk/shows/${showId}/featured-product`}>
      <input type="hidden" name="productId" value={product.id} />
      <Button
        kind="quiet"
        size="small"
        name="from"
        value="air"
        label={t.featureOf(product.name)}
      >
        {t.feature}
      </Button>
    </Form>
  );
}
