import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { Price } from "../kit/money.tsx";
import { Picture } from "../kit/picture.tsx";
import { Stock } from "../kit/stock.tsx";
import type { View } from "../kit/view.ts";
import type { ProductCard as Product } from "./types.ts";

interface Props {
  view: View;
  product: Product;
  /** Above the fold: its picture is fetched at once. */
  eager?: boolean;
}

export function ProductCard({ view, product, eager }: Props) {
  const t = copy(view.locale);
  const { id, name, price, priceFrom, before, isNew, available, picture, sellerName } = product;
  return (
    <li class="card" id={`product-${id}`}>
      <a class="card-link" href={`/products/${id}`}>
        <Picture file={picture} shape="portrait" eager={eager} instead={name} />
        <span class="card-flags">
          {product.live && <Badge tone="live">{t.showStates.live}</Badge>}
          {isNew && <Badge tone="accent">{t.product.isNew}</Badge>}
          <Stock view={view} available={available} />
        </span>
        {sellerName && <span class="card-seller">{sellerName}</span>}
        <span class="card-name">{name}</span>
        <Price
          view={view}
          money={price}
          before={before}
          from={priceFrom ? t.product.from : undefined}
        />
      </a>
    </li>
  );
}

export function ProductGrid({ view, products, eager = 0 }: {
  view: View;
  products: readonly Product[];
  /** How many come first into sight. */
  eager?: number;
}) {
  return (
    <ul class="grid">
      {products.map((product, place) => (
        <ProductCard key={product.id} view={view} product={product} eager={place < eager} />
      ))}
    </ul>
  );
}
