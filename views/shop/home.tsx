import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { Icon } from "../kit/icon.tsx";
import { formatMoment, Moment } from "../kit/moment.tsx";
import { Picture } from "../kit/picture.tsx";
import type { View } from "../kit/view.ts";
import { ProductGrid } from "./product_card.tsx";
import type { ProductCard, ShowCard } from "./types.ts";

export interface HomeProps {
  view: View;
  live: readonly ShowCard[];
  upcoming: readonly ShowCard[];
  products: readonly ProductCard[];
}

export function Home({ view, live, upcoming, products }: HomeProps) {
  const t = copy(view.locale).home;
  return (
    <div class="home">
      <section class="section" aria-labelledby="live-now">
        <h1 id="live-now">{t.liveNow}</h1>
        {live.length > 0
          ? (
            <ul class={live.length === 1 ? "stages stages-one" : "stages"}>
              {live.map((show) => <Stage key={show.id} view={view} show={show} />)}
            </ul>
          )
          : <NobodyLive view={view} next={upcoming[0]} />}
      </section>
      {upcoming.length > 0 && (
        <section class="section" aria-labelledby="coming-up">
          <h2 id="coming-up">{t.comingUp}</h2>
          <ul class="upcoming">
            {upcoming.map((show) => <Upcoming key={show.id} view={view} show={show} />)}
          </ul>
        </section>
      )}
      <section class="section" aria-labelledby="from-store">
        <div class="section-head">
          <h2 id="from-store">{t.fromStore}</h2>
          <a href="/store">{t.seeAll}</a>
        </div>
        {products.length > 0
          ? <ProductGrid view={view} products={products} />
          : <Empty icon="box" title={t.emptyStore} text={t.emptyStoreText} />}
      </section>
    </div>
  );
}

function Stage({ view, show }: { view: View; show: ShowCard }) {
  const t = copy(view.locale);
  return (
    <li class="stage">
      <a href={`/shows/${show.id}`}>
        <Picture file={show.picture} shape="portrait" eager instead={show.title} />
        <span class="stage-flags">
          <Badge tone="live">{t.showStates.live}</Badge>
          {show.viewers !== undefined && (
            <span class="stage-viewers">
              <Icon name="eye" />
              {t.show.viewers(show.viewers.toLocaleString(view.locale))}
            </span>
          )}
        </span>
        <span class="stage-text">
          <span class="stage-seller">{show.sellerName}</span>
          <strong class="stage-title">{show.title}</strong>
          <span class="stage-more">
            {t.home.products(show.products)}
            <span class="stage-watch">
              <Icon name="play" />
              {t.home.watch}
            </span>
          </span>
        </span>
      </a>
    </li>
  );
}

function Upcoming({ view, show }: { view: View; show: ShowCard }) {
  const t = copy(view.locale);
  return (
    <li>
      <a class="soon" href={`/shows/${show.id}`}>
        <Picture file={show.picture} shape="square" instead={show.title} />
        <span class="soon-text">
          <span class="soon-when">
            <Moment view={view} at={show.startsAt} />
          </span>
          <strong class="soon-title">{show.title}</strong>
          <span class="soft small">
            {[show.sellerName, show.products > 0 && t.home.products(show.products)]
              .filter(Boolean).join(" · ")}
          </span>
        </span>
      </a>
    </li>
  );
}

function NobodyLive({ view, next }: { view: View; next?: ShowCard }) {
  const t = copy(view.locale).home;
  const text = next ? t.nextShow(formatMoment(view, next.startsAt)) : t.noShows;
  return (
    <Empty icon="play" title={t.nobodyLive} text={text}>
      <LinkButton href="/store">{t.goToStore}</LinkButton>
    </Empty>
  );
}
