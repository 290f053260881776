import { copy } from "../copy/mod.ts";
import { Button, LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { Field, Select } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { Pagination } from "../kit/pagination.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { Disclosure } from "./confirm.tsx";
import { DeskPage } from "./desk_page.tsx";
import { ProductTable } from "./product_table.tsx";
import type { Choice, ProductLine } from "./types.ts";

export type StockFilter = "any" | "left" | "low" | "out";

export interface ProductFilter {
  readonly q: string;
  /** Id of a show, `"none"` for products in no show, or empty for all. */
  readonly show: string;
  readonly stock: StockFilter;
}

export interface ProductListProps {
  view: View;
  products: readonly ProductLine[];
  currency: Currency;
  filter: ProductFilter;
  shows: readonly Choice[];
  page: number;
  pages: number;
  total: number;
  done?: string;
  fault?: Fault;
}

export function ProductList(props: ProductListProps) {
  const { view, products, currency, filter, shows, page, pages, total, done, fault } = props;
  const { desk } = copy(view.locale);
  const t = desk.products;
  const make = <LinkButton href="/desk/products/new" icon="plus">{t.make}</LinkButton>;
  const filtered = filter.q !== "" || filter.show !== "" || filter.stock !== "any";
  const empty = total === 0 && !filtered;
  return (
    <DeskPage
      view={view}
      title={t.title}
      lead={!empty && desk.total(total)}
      actions={!empty && make}
      done={done}
      fault={fault}
    >
      {empty ? <Empty icon="box" title={t.empty} text={t.emptyText}>{make}</Empty> : (
        <>
          <Filter view={view} filter={filter} shows={shows} />
          {products.length === 0
            ? (
              <Empty icon="search" title={t.noneMatch} text={t.noneMatchText}>
                <LinkButton href="/desk/products" kind="secondary">{desk.clear}</LinkButton>
              </Empty>
            )
            : (
              <Form view={view} action="/desk/products/changes" class="desk-bulk">
                <input type="hidden" name="from" value={address(filter, page)} />
                <ProductTable view={view} products={products} currency={currency} />
                <Bulk view={view} />
                <p class="soft small">{t.soldOutText}</p>
              </Form>
            )}
          <Pagination view={view} page={page} pages={pages} href={(to) => address(filter, to)} />
        </>
      )}
    </DeskPage>
  );
}

function Filter({ view, filter, shows }: Pick<ProductListProps, "view" | "filter" | "shows">) {
  const { desk } = copy(view.locale);
  const t = desk.products;
  return (
    <form class="desk-filter" method="get" action="/desk/products" role="search">
      <Field
        view={view}
        name="q"
        type="search"
        label={t.find}
        value={filter.q}
        maxlength={100}
      />
      <Select
        view={view}
        name="show"
        label={t.show}
        value={filter.show}
        none={t.showAny}
        options={[
          { value: "none", text: t.showNone },
          ...shows.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        view={view}
        name="stock"
        label={t.stock}
        value={filter.stock}
        options={(["any", "left", "low", "out"] as const).map((value) => ({
          value,
          text: t.stocks[value],
        }))}
      />
      <Button kind="secondary" icon="search">{desk.search}</Button>
    </form>
  );
}

/** What can be done with all that are ticked. */
function Bulk({ view }: { view: View }) {
  const { desk } = copy(view.locale);
  const t = desk.products;
  return (
    <div class="desk-bulk-bar">
      <span class="small">{desk.chosen}</span>
      <Button kind="secondary" size="small" name="act" value="soldOut">{t.soldOut}</Button>
      <Button kind="secondary" size="small" name="act" value="available">{t.available}</Button>
      <Disclosure title={t.delete} kind="danger" icon="trash">
        <div class="desk-confirm">
          <p>{t.deleteText}</p>
          <Button kind="danger" size="small" name="act" value="delete">{t.deleteNow}</Button>
        </div>
      </Disclosure>
    </div>
  );
}

/** The address of a page of the list. */
function address({ q, show, stock }: ProductFilter, page: number) {
  const search = new URLSearchParams();
  if (q) search.set("q", q);
  if (show) search.set("show", show);
  if (stock !== "any") search.set("stock", stock);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text ? `/desk/products?${text}` : "/desk/products";
}
