import { copy } from "../copy/mod.ts";
import { LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { Icon } from "../kit/icon.tsx";
import { Pagination } from "../kit/pagination.tsx";
import type { View } from "../kit/view.ts";
import { ProductGrid } from "./product_card.tsx";
import type { ProductCard } from "./types.ts";

export type StoreSort = "new" | "popular";

export interface StoreProps {
  view: View;
  products: readonly ProductCard[];
  query: string;
  sort: StoreSort;
  page: number;
  pages: number;
  total: number;
}

export function Store({ view, products, query, sort, page, pages, total }: StoreProps) {
  const t = copy(view.locale).store;
  return (
    <>
      <h1>{query ? t.results(query) : t.title}</h1>
      <StoreSearch view={view} query={query} sort={sort} />
      <div class="store-bar">
        <p class="soft">{t.count(total)}</p>
        <nav class="tabs" aria-label={t.sort}>
          <a href={address(query, "new", 1)} aria-current={current(sort === "new")}>{t.newest}</a>
          <a href={address(query, "popular", 1)} aria-current={current(sort === "popular")}>
            {t.popular}
          </a>
        </nav>
      </div>
      {products.length > 0
        ? <ProductGrid view={view} products={products} eager={4} />
        : <NothingFound view={view} query={query} />}
      <Pagination view={view} page={page} pages={pages} href={(to) => address(query, sort, to)} />
    </>
  );
}

function StoreSearch({ view, query, sort }: Pick<StoreProps, "view" | "query" | "sort">) {
  const { site } = copy(view.locale);
  return (
    <form class="search store-search" method="get" action="/store" role="search">
      <label class="hidden-text" for="store-search">{site.search}</label>
      <input
        id="store-search"
        type="search"
        name="q"
        value={query}
        placeholder={site.search}
        maxlength={100}
      />
      {sort !== "new" && <input type="hidden" name="sort" value={sort} />}
      <button type="submit" aria-label={site.searchButton}>
        <Icon name="search" />
      </button>
    </form>
  );
}

function NothingFound({ view, query }: { view: View; query: string }) {
  const { store, home } = copy(view.locale);
  if (!query) return <Empty icon="box" title={home.emptyStore} text={home.emptyStoreText} />;
  return (
    <Empty icon="search" title={store.none(query)} text={store.noneText}>
      <LinkButton href="/store" kind="secondary">{store.clear}</LinkButton>
    </Empty>
  );
}

function address(query: string, sort: StoreSort, page: number) {
  const search = new URLSearchParams();
  if (query) search.set("q", query);
  if (sort !== "new") search.set("sort", sort);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text ? `/store?${text}` : "/store";
}

function current(is: boolean) {
  return is ? "page" as const : undefined;
}
