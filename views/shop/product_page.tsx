import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { Notice } from "../kit/notice.tsx";
import { Price } from "../kit/money.tsx";
import { Stock } from "../kit/stock.tsx";
import type { Fault, View } from "../kit/view.ts";
import { BuyButtons, BuyForm } from "./buy_form.tsx";
import { Gallery } from "./gallery.tsx";
import { asking } from "./options.ts";
import type { ProductOffer, ShowState } from "./types.ts";

export interface ProductPageProps {
  view: View;
  product: ProductOffer;
  description: string;
  sellerName: string;
  show?: { id: string; title: string; state: ShowState };
  /** How long units stay held, minutes. */
  holdMinutes: number;
  fault?: Fault;
  /** What had been chosen before signing in, by field. */
  wish?: Fault["values"];
}

export function ProductPage(props: ProductPageProps) {
  const { view, product, description, sellerName, show, holdMinutes, fault, wish } = props;
  const { site, product: t } = copy(view.locale);
  const { money, before, from, available } = asking(product);
  return (
    <>
      <Breadcrumb view={view} crumbs={[{ text: site.store, href: "/store" }]} />
      <article class="product buy-scope">
        <Gallery view={view} pictures={product.pictures} name={product.name} />
        <div class="product-about">
          {show?.state === "live" && <LiveLink view={view} show={show} />}
          <p class="soft small">{sellerName}</p>
          <h1>{product.name}</h1>
          <p class="product-price">
            <span data-shown-price>
              <Price
                view={view}
                money={money}
                before={before}
                size="large"
                from={from ? t.from : undefined}
              />
            </span>
            {product.isNew && <Badge tone="accent">{t.isNew}</Badge>}
            <Stock view={view} available={available} />
          </p>
          {product.onSale
            ? (
              <>
                <BuyForm
                  view={view}
                  product={product}
                  id="buy"
                  from={`/products/${product.id}`}
                  choice="chips"
                  fault={fault}
                  wish={wish}
                  withoutButtons
                />
                <p class="soft small">{available > 0 ? t.holdHint(holdMinutes) : t.waitHint}</p>
              </>
            )
            : <Notice title={t.notOnSale} />}
        </div>
        {product.onSale && (
          <div class="buy-bar">
            <BuyButtons view={view} product={product} form="buy" />
          </div>
        )}
        <ProductText view={view} description={description} show={show} />
      </article>
    </>
  );
}

function LiveLink({ view, show }: { view: View; show: { id: string; title: string } }) {
  const t = copy(view.locale);
  return (
    <a class="live-link" href={`/shows/${show.id}`}>
      <Badge tone="live">{t.showStates.live}</Badge>
      <span>{show.title}</span>
    </a>
  );
}

function ProductText({ view, description, show }: {
  view: View;
  description: string;
  show?: { id: string; title: string };
}) {
  const t = copy(view.locale).product;
  return (
    <div class="product-text">
      {description && (
        <section>
          <h2>{t.description}</h2>
          <p class="prose-plain">{description}</p>
        </section>
      )}
      <section>
        <h2>{t.shipping}</h2>
        <p>{t.shippingText}</p>
      </section>
      {show && (
        <p class="small">
          {t.inShow}: <a href={`/shows/${show.id}`}>{show.title}</a>
        </p>
      )}
    </div>
  );
}
