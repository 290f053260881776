import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { Price } from "../kit/money.tsx";
import { Picture } from "../kit/picture.tsx";
import { Stock } from "../kit/stock.tsx";
import type { Fault, View } from "../kit/view.ts";
import { BuyForm } from "./buy_form.tsx";
import { asking } from "./options.ts";
import { shapeOf } from "./shape.ts";
import type { ProductOffer } from "./types.ts";

export interface ProductRowProps {
  view: View;
  product: ProductOffer;
  showId: string;
  /** The seller is showing it now. */
  featured?: boolean;
  fault?: Fault;
  /** What had been chosen before signing in, by field. */
  wish?: Fault["values"];
}

/** A product on the page of a show. News about it redraws this, by its id, on every open page. */
export function ProductRow({ view, product, showId, featured, fault, wish }: ProductRowProps) {
  const t = copy(view.locale).product;
  const { money, before, from, available } = asking(product);
  const [picture] = product.pictures;
  return (
    <li class="row buy-scope" id={`product-${product.id}`} data-shape={shapeOf(product)}>
      <Picture file={picture && { ...picture, alt: "" }} instead={product.name} />
      <div class="row-text">
        <h3 class="row-name">
          <a href={`/products/${product.id}`}>{product.name}</a>
        </h3>
        <Price view={view} money={money} before={before} from={from ? t.from : undefined} />
        <p class="row-flags">
          {featured && <Badge tone="accent">{copy(view.locale).show.onShow}</Badge>}
          {product.isNew && <Badge tone="accent">{t.isNew}</Badge>}
          <span data-stock={product.id}>
            <Stock view={view} available={available} />
          </span>
        </p>
      </div>
      {product.onSale && (
        <details class="row-buy" open={fault !== undefined || wish !== undefined}>
          <summary
            class={available > 0 ? "button button-small" : "button button-secondary button-small"}
          >
            {available > 0 ? t.buy : t.wait}
            <span class="hidden-text">: {product.name}</span>
          </summary>
          <BuyForm
            view={view}
            product={product}
            id={`row-${product.id}`}
            from={`/shows/${showId}`}
            choice="list"
            fault={fault}
            wish={wish}
          />
        </details>
      )}
    </li>
  );
}

/** The product that the seller is showing, pinned until the next one. Stands in `#featured`. */
export function Featured({ view, product, showId, fault }: Omit<ProductRowProps, "product"> & {
  product?: ProductOffer;
}) {
  const t = copy(view.locale);
  if (!product) return <section id="featured" hidden />;
  const { money, before, from, available } = asking(product);
  const [picture] = product.pictures;
  return (
    <section id="featured" class="featured buy-scope" aria-labelledby="featured-title">
      <h2 id="featured-title" class="featured-title">{t.show.featured}</h2>
      <Picture file={picture && { ...picture, alt: "" }} eager instead={product.name} />
      <div class="featured-text">
        <h3 class="row-name">
          <a href={`/products/${product.id}`}>{product.name}</a>
        </h3>
        <Price view={view} money={money} before={before} from={from ? t.product.from : undefined} />
        <span data-stock={product.id}>
          <Stock view={view} available={available} />
        </span>
      </div>
      {product.onSale && (
        <BuyForm
          view={view}
          product={product}
          id={`featured-${product.id}`}
          from={`/shows/${showId}`}
          choice="list"
          fault={fault}
        />
      )}
    </section>
  );
}
