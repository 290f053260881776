import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { formatMoney } from "../kit/money.tsx";
import { Picture } from "../kit/picture.tsx";
import type { Currency, View } from "../kit/view.ts";
import type { ProductLine } from "./types.ts";
import { Units } from "./units.tsx";

/** Products to look through and to tick. On a phone the lesser columns move under the name. */
export function ProductTable({ view, products, currency }: {
  view: View;
  products: readonly ProductLine[];
  currency: Currency;
}) {
  const t = copy(view.locale).desk.products;
  return (
    <table class="desk-table desk-products">
      <caption class="hidden-text">{t.title}</caption>
      <thead>
        <tr>
          <TickAll view={view} />
          <th scope="col">{t.name}</th>
          <th scope="col" class="wide-only">{t.where}</th>
          <th scope="col" class="wide-only number">{t.price}</th>
          <th scope="col" class="number">{t.left}</th>
          <th scope="col" class="wide-only number">{t.sold}</th>
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <Row key={product.id} view={view} product={product} currency={currency} />
        ))}
      </tbody>
    </table>
  );
}

/** A box that ticks all the others, which only a script can do. */
export function TickAll({ view }: { view: View }) {
  return (
    <td class="desk-tick">
      <input
        type="checkbox"
        class="scripted"
        data-tick-all
        aria-label={copy(view.locale).desk.chooseAll}
      />
    </td>
  );
}

function Row({ view, product, currency }: {
  view: View;
  product: ProductLine;
  currency: Currency;
}) {
  const { desk } = copy(view.locale);
  const { id, name, picture, showTitle, price, available, sold, setAside } = product;
  const cost = price === null ? "–" : formatMoney(view.locale, { amount: price, currency });
  return (
    <tr>
      <td class="desk-tick">
        <input type="checkbox" name="ids" value={id} aria-label={desk.choose(name)} />
      </td>
      <th scope="row">
        <a class="desk-named" href={`/desk/products/${id}`}>
          <Picture file={picture} instead={name} />
          <span class="desk-named-text">
            {name}
            <span class="soft small wide-only">{showTitle}</span>
            <span class="soft small narrow-only">
              {[cost, placeText(view, product)].join(" · ")}
            </span>
          </span>
        </a>
      </th>
      <td class="wide-only">
        <PlaceBadge view={view} product={product} />
      </td>
      <td class="wide-only number">{cost}</td>
      <td class="number">
        <Units available={available} />
        {available < 1 && <span class="soft small">{copy(view.locale).stock.soldOut}</span>}
        {setAside > 0 && <span class="soft small">{desk.products.setAside(setAside)}</span>}
      </td>
      <td class="wide-only number">{sold}</td>
    </tr>
  );
}

export function PlaceBadge({ view, product }: { view: View; product: Pick<ProductLine, "place"> }) {
  const { place } = product;
  const tone = place === "show" || place === "store" ? "good" : "plain";
  return <Badge tone={tone}>{copy(view.locale).desk.products.places[place]}</Badge>;
}

function placeText(view: View, { place }: ProductLine) {
  return copy(view.locale).desk.products.places[place];
}
