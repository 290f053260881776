import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { copy } from "../../../views/copy/mod.ts";
import type { View } from "../../../views/kit/view.ts";
import { ChatMessage } from "../../../views/shop/chat_list.tsx";
import { Featured, ProductRow } from "../../../views/shop/product_row.tsx";
import { ShowNotice } from "../../../views/shop/show_page.tsx";
import type { Offer } from "../../catalog/offers.ts";
import { live_catch_up_seconds } from "../../limits.ts";
import type { ShowNow } from "../read_show.ts";
import type { EventName, LiveEvent } from "./event.ts";

/**
 * What a page that shows `before` must be told to show `now`. Without `before` nobody knows what
 * the page shows: it is told everything.
 */
export function changes(view: View, before: ShowNow | undefined, now: ShowNow): LiveEvent[] {
  if (before ? isAnotherPage(before, now) : hasJustTurned(now, view.now)) return [reload];
  return [
    ...noticeChange(view, before, now),
    ...goodsChanges(view, before, now),
    ...chatChanges(view, before, now),
  ];
}

const reload: LiveEvent = { name: "reload", about: "page", text: "" };

/** Another state, title or order changes more of the page than fragments can draw. */
function isAnotherPage(before: ShowNow, now: ShowNow) {
  return differ(frame(before), frame(now)) ||
    differ(keptOrder(before, now), keptOrder(now, before)) ||
    (before.offers.length === 0) !== (now.offers.length === 0);
}

function frame({ show }: ShowNow) {
  const { notice: _notice, featuredProductId: _featured, products: _products, ...rest } = show;
  return rest;
}

function keptOrder({ offers }: ShowNow, other: ShowNow) {
  const ids = new Set(other.offers.map(({ id }) => id));
  return offers.map(({ id }) => id).filter((id) => ids.has(id));
}

function hasJustTurned({ show: { startedAt, endedAt } }: ShowNow, now: string) {
  const turned = endedAt ?? startedAt;
  return turned !== null && Date.parse(now) - Date.parse(turned) < live_catch_up_seconds * 1000;
}

function noticeChange(view: View, before: ShowNow | undefined, { show }: ShowNow): LiveEvent[] {
  if (before && before.show.notice === show.notice) return [];
  const title = copy(view.locale).show.notice;
  return [drawn("fragment", "show-notice", <ShowNotice text={show.notice} title={title} />)];
}

function goodsChanges(view: View, before: ShowNow | undefined, now: ShowNow): LiveEvent[] {
  const known = new Map(before?.offers.map((offer) => [offer.id, offer]));
  const left = new Set(now.offers.map(({ id }) => id));
  const [was, is] = [before && featuredOf(before), featuredOf(now)];
  const showId = now.show.id;

  const gone = [...known.keys()].filter((id) => !left.has(id)).map((id): LiveEvent => ({
    name: "gone",
    about: `product-${id}`,
    text: `product-${id}`,
  }));
  const rows = now.offers
    .filter((offer) =>
      differ(known.get(offer.id), offer) || (offer.id === was?.id) !== (offer.id === is?.id)
    )
    .map((offer) =>
      drawn(
        "fragment",
        `product-${offer.id}`,
        <ProductRow view={view} product={offer} showId={showId} featured={offer.id === is?.id} />,
      )
    );
  const featured = !before || differ(was, is)
    ? [drawn("fragment", "featured", <Featured view={view} product={is} showId={showId} />)]
    : [];
  return [...gone, ...rows, ...featured];
}

function featuredOf({ show, offers }: ShowNow): Offer | undefined {
  return show.state === "live" ? offers.find(({ id }) => id === show.featuredProductId) : undefined;
}

function chatChanges(view: View, before: ShowNow | undefined, now: ShowNow): LiveEvent[] {
  const known = new Map(before?.messages.map((message) => [message.id, message]));
  return now.messages
    .filter((message) => differ(known.get(message.id), message))
    .map((message) =>
      drawn("chat", `message-${message.id}`, <ChatMessage view={view} message={message} />)
    );
}

function drawn(name: EventName, about: string, part: VNode): LiveEvent {
  return { name, about, text: renderToString(part) };
}

function differ(one: unknown, other: unknown) {
  return JSON.stringify(one) !== JSON.stringify(other);
}
