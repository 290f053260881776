import type { View } from "../../../views/kit/view.ts";
import { ReplayPage } from "../../../views/shop/replay_page.tsx";
import { ShowPage, type ShowPageProps } from "../../../views/shop/show_page.tsx";
import type { Feed, ShowState, Signal } from "../../../views/shop/types.ts";
import { sampleMessages, sampleProducts, sampleWords } from "./goods.ts";
import { picture } from "./pictures.ts";

/** @param feed of its moving picture; without one the shop has no media server */
export function sampleShow(
  view: View,
  state: ShowState,
  more: Partial<ShowPageProps> = {},
  feed?: Feed,
) {
  const { locale } = view;
  const { seller, show, shows, texts } = sampleWords(locale);
  const products = sampleProducts(locale);
  return (
    <ShowPage
      view={view}
      show={{
        id: `${state}-0`,
        title: show,
        state,
        description: texts.slice(0, 2).join("\n"),
        sellerName: seller,
        picture: picture("host", 16),
        startsAt: "2026-11-21T05:00:00Z",
        endedAt: state === "ended" ? "2026-11-20T12:30:00Z" : null,
        notice: state === "live" ? shows[2]! : "",
        viewers: 1284,
        feed,
        freeShipping: { from: { amount: 15000, currency: products[0]!.currency } },
      }}
      products={state === "cancelled"
        ? []
        : products.map((product) => ({ ...product, onSale: state !== "scheduled" }))}
      featuredId="p0"
      messages={state === "scheduled" ? [] : sampleMessages(locale)}
      signedIn={state === "live"}
      {...more}
    />
  );
}

export function sampleFeed(signal: Signal): Feed {
  const stream = "http://media.example/live/0";
  return {
    flv: `${stream}.flv`,
    hls: `${stream}.m3u8`,
    signal,
    turn: signal === "none" ? 0 : 1,
    sampled: 200,
  };
}

export function sampleReplay(view: View) {
  const { seller, show } = sampleWords(view.locale);
  return (
    <ReplayPage
      view={view}
      show={{
        id: "ended-0",
        title: show,
        sellerName: seller,
        startedAt: "2026-11-20T11:00:00Z",
        picture: picture("host", 16),
      }}
      src="/recordings/0.mp4"
      second={0}
      part={1}
      parts={[{ seconds: 3605 }, { seconds: 62 }]}
      messages={sampleMessages(view.locale).map((message, at) => ({ ...message, second: at * 40 }))}
      marks={sampleProducts(view.locale).map((product, at) => ({ product, second: at * 65 }))}
    />
  );
}
