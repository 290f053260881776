import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { Button, LinkButton } from "../kit/button.tsx";
import { Select } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { Icon } from "../kit/icon.tsx";
import { formatMoney } from "../kit/money.tsx";
import { Picture } from "../kit/picture.tsx";
import { classes, type Currency, type Fault, type View } from "../kit/view.ts";
import { roomWords } from "../shop/room_words.ts";
import { Panel } from "./desk_page.tsx";
import type { Choice, DeskShow, ShowProduct } from "./types.ts";
import { Units } from "./units.tsx";

interface Props {
  view: View;
  show: DeskShow;
  products: readonly ShowProduct[];
  others: readonly Choice[];
  currency: Currency;
  fault?: Fault;
}

/** The goods of a show in their order, with what is left of them. Stands in `#goods`. */
export function ShowGoods({ view, show, products, others, currency, fault }: Props) {
  const t = copy(view.locale).desk.shows;
  const live = show.state === "live";
  return (
    <Panel
      title={t.goods}
      id="goods"
      aside={live && (
        <p class="soft small">
          <span
            class="scripted"
            data-room={show.id}
            data-words={roomWords(view)}
            data-live-state
            role="status"
          >
            {t.live}
          </span>
          <a class="unscripted" href={`/desk/shows/${show.id}`}>{t.refresh}</a>
        </p>
      )}
    >
      {products.length === 0 && (
        <div class="desk-nothing">
          <p>
            <strong>{t.goodsNone}</strong>
          </p>
          <p class="soft">{t.goodsNoneText}</p>
        </div>
      )}
      <ol class="desk-goods" id="goods-list" data-fresh>
        {products.map((product, place) => (
          <Goods
            key={product.id}
            view={view}
            showId={show.id}
            product={product}
            currency={currency}
            featured={product.id === show.featuredProductId}
            first={place === 0}
            last={place === products.length - 1}
          />
        ))}
      </ol>
      <AddGoods view={view} showId={show.id} others={others} fault={fault} />
    </Panel>
  );
}

interface GoodsProps {
  view: View;
  showId: string;
  product: ShowProduct;
  currency: Currency;
  featured: boolean;
  first: boolean;
  last: boolean;
}

function Goods({ view, showId, product, currency, featured, first, last }: GoodsProps) {
  const { id, name, picture, price, available, held, sold } = product;
  const t = copy(view.locale).desk.shows;
  const path = `/desk/shows/${showId}`;
  return (
    <li class={classes("desk-good", featured && "desk-good-featured")} id={`product-${id}`}>
      <Form view={view} action={`${path}/product-order`} class="desk-moves">
        <input type="hidden" name="productId" value={id} />
        <MoveButton value="up" label={t.up(name)} disabled={first} />
        <MoveButton value="down" label={t.down(name)} disabled={last} />
      </Form>
      <Picture file={picture} instead={name} />
      <div class="desk-good-text">
        {featured && <Badge tone="accent">{t.featured}</Badge>}
        <a href={`/desk/products/${id}`}>{name}</a>
        <p class="soft small">
          {price !== null && formatMoney(view.locale, { amount: price, currency })}
          {" · "}
          {t.held(held)} · {t.sold(sold)}
        </p>
      </div>
      <div class="desk-good-stock">
        <Units available={available} />
        <span class="soft small">{available < 1 ? t.soldOut : t.stock}</span>
      </div>
      <Form view={view} action={`${path}/featured-product`} class="desk-good-feature">
        {featured ? <Button kind="quiet" size="small">{t.unfeature}</Button> : (
          <Button
            kind="secondary"
            size="small"
            icon="pin"
            name="productId"
            value={id}
            label={t.featureOf(name)}
          >
            {t.feature}
          </Button>
        )}
      </Form>
    </li>
  );
}

function MoveButton({ value, label, disabled }: {
  value: "up" | "down";
  label: string;
  disabled: boolean;
}) {
  return (
    <button
      type="submit"
      class={`desk-move desk-move-${value}`}
      name="to"
      value={value}
      disabled={disabled}
      aria-label={label}
    >
      <Icon name="down" />
    </button>
  );
}

function AddGoods({ view, showId, others, fault }: {
  view: View;
  showId: string;
  others: readonly Choice[];
  fault?: Fault;
}) {
  const t = copy(view.locale).desk.shows;
  return (
    <div class="desk-add">
      {others.length > 0 && (
        <Form view={view} action={`/desk/shows/${showId}/products`} class="desk-line-form">
          <Select
            view={view}
            name="productId"
            label={t.addProduct}
            none={t.addNone}
            options={others.map(({ id, name }) => ({ value: id, text: name }))}
            fault={fault}
            required
          />
          <Button kind="secondary">{t.add}</Button>
        </Form>
      )}
      <LinkButton href={`/desk/products/new?show=${showId}`} kind="quiet" icon="plus">
        {t.newProduct}
      </LinkButton>
    </div>
  );
}
