import { copy } from "../copy/mod.ts";
import { LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { Notice, RefusalNotice } from "../kit/notice.tsx";
import type { Fault, Money, PictureFile, View } from "../kit/view.ts";
import { ChatForm } from "./chat.tsx";
import { ChatFrame, ChatList, PinnedMessage } from "./chat_list.tsx";
import type { Moderated } from "./message_menu.tsx";
import { Featured, ProductRow } from "./product_row.tsx";
import { roomWords } from "./room_words.ts";
import { shownOf } from "./shape.ts";
import { ShowStage } from "./show_stage.tsx";
import type { Feed, Message, ProductOffer, ShowState } from "./types.ts";

export interface ShowPageProps {
  view: View;
  show: {
    id: string;
    title: string;
    state: ShowState;
    description: string;
    sellerName: string;
    picture?: PictureFile | null;
    startsAt: string;
    endedAt?: string | null;
    /** What the seller wants everybody to read. */
    notice: string;
    viewers?: number;
    freeShipping: "never" | "always" | { from: Money };
    /** Where its picture can be had; absent: this shop has no pictures that move. */
    feed?: Feed;
    /** It was recorded, and can be watched again once it is over. */
    hasReplay?: boolean;
  };
  /** In the seller's order. */
  products: readonly ProductOffer[];
  featuredId?: string | null;
  messages: readonly Message[];
  pinned?: Message | null;
  signedIn: boolean;
  /** For those who moderate this chat. */
  moderated?: Moderated;
  /** A hold that was refused: its values name the variant. */
  holdFault?: Fault;
  /** What had been chosen before signing in, by field. */
  wish?: Fault["values"];
  chatFault?: Fault;
}

export function ShowPage(props: ShowPageProps) {
  const { view, show, products, featuredId, messages, pinned, signedIn, moderated } = props;
  const { holdFault, wish, chatFault } = props;
  const t = copy(view.locale).show;
  const featured = show.state === "live" ? products.find(({ id }) => id === featuredId) : undefined;
  const airing = show.state === "live" || show.state === "scheduled";
  return (
    <article
      class={`show show-${show.state}`}
      data-room={airing ? show.id : undefined}
      data-words={airing ? roomWords(view) : undefined}
      data-shown={shownOf({
        ...show,
        featuredProductId: featuredId ?? null,
        pinned: pinned ?? null,
      })}
    >
      <ShowStage view={view} show={show} />
      <div class="show-goods">
        <ShowNotice text={show.notice} title={t.notice} />
        {!products.some((product) => concerns(product, holdFault?.values)) && (
          <RefusalNotice view={view} fault={holdFault} />
        )}
        <Featured view={view} product={featured} showId={show.id} />
        <nav class="show-jump" aria-label={t.jump}>
          <a href="#products">
            {t.products} <span class="soft">{products.length}</span>
          </a>
          <a href="#chat">{t.chat}</a>
        </nav>
        <section id="products" aria-labelledby="products-title">
          <h2 id="products-title">{t.products}</h2>
          {products.length === 0 && (
            <Empty icon="box" title={t.noProducts} text={t.noProductsText}>
              <LinkButton href="/store" kind="secondary">{t.storeLink}</LinkButton>
            </Empty>
          )}
          <ul id="product-list" class="rows">
            {products.map((product) => (
              <ProductRow
                key={product.id}
                view={view}
                product={product}
                showId={show.id}
                featured={product.id === featured?.id}
                fault={concerns(product, holdFault?.values) ? holdFault : undefined}
                wish={concerns(product, wish) ? wish : undefined}
              />
            ))}
          </ul>
        </section>
      </div>
      <section id="chat" class="chat" aria-labelledby="chat-title">
        <div class="section-head">
          <h2 id="chat-title">{t.chat}</h2>
          {airing && <LiveState view={view} />}
          {moderated && (
            <a class="small" href={`/desk/shows/${show.id}/air`}>
              {copy(view.locale).desk.air.link}
            </a>
          )}
        </div>
        <PinnedMessage view={view} pinned={pinned} />
        <ChatList view={view} messages={messages} moderated={moderated} />
        <ChatFrame view={view} showId={show.id} />
        <ChatForm
          view={view}
          showId={show.id}
          may={!airing ? "closed" : signedIn ? "write" : "signIn"}
          fault={chatFault}
        />
      </section>
    </article>
  );
}

/** What the seller wants everybody to read. Stands in `#show-notice`. */
export function ShowNotice({ text, title }: { text: string; title: string }) {
  return (
    <div id="show-notice">
      {text && (
        <Notice tone="warn" title={title}>
          <p class="prose-plain">{text}</p>
        </Notice>
      )}
    </div>
  );
}

/** Whether the page follows the show by itself, in words. */
function LiveState({ view }: { view: View }) {
  return (
    <p class="soft small scripted" data-live-state role="status">
      {copy(view.locale).show.connecting}
    </p>
  );
}

function concerns({ variants }: ProductOffer, asked: Fault["values"]) {
  return variants.some(({ id }) => id === asked?.variantId);
}
