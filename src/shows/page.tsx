import type { Fault, View } from "../../views/kit/view.ts";
import { ShowPage, type ShowPageProps } from "../../views/shop/show_page.tsx";
import { wishIn } from "../cart/wish.ts";
import { moderatedFrom } from "../chat/moderation/moderated_show.ts";
import type { Visit } from "../http/env.ts";
import { drawnOnce } from "../http/drawn.tsx";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { viewOf } from "../http/view.ts";
import { feedOf } from "./feed.ts";
import { lookAtShow, type ShowNow } from "./read_show.ts";
import { isAiring, type Show } from "./shows.ts";

/** Why a form on the page of a show was refused. */
export interface ShowFaults {
  /** A hold; its values name the variant. */
  readonly holdFault?: Fault;
  readonly chatFault?: Fault;
}

/**
 * The page of a show, drawn for all who see it alike; drawn for one where it tells them something.
 * @throws Refused NOT_YOURS when there is no such show to see
 */
export async function showPage(c: Visit, id: string, faults: ShowFaults = {}): Promise<Response> {
  const now = await lookAtShow(c.var.shop, id);
  const fault = faults.chatFault ?? faults.holdFault;
  const wish = wishIn(c);
  const signedIn = c.var.person !== undefined;
  const viewers = now.show.state === "live" ? await c.var.shop.viewers(id) : undefined;
  const moderated = moderatedFrom(c, now.show, `/shows/${id}#chat`);
  const { configuration } = c.var.shop.platform;
  const propsIn = (view: View, { show, offers, messages, hasReplay }: ShowNow) => ({
    view,
    show: {
      ...stageOf(show),
      viewers,
      feed: feedOf(configuration, show),
      hasReplay: hasReplay && configuration.media !== undefined,
    },
    products: offers,
    featuredId: show.featuredProductId,
    messages,
    pinned: show.pinned,
  });
  return await page(c, {
    title: now.show.title,
    description: now.show.description.slice(0, 160) || undefined,
    scripts: configuration.media && isAiring(now.show) ? ["room.js", "player.js"] : ["room.js"],
    status: statusOf(c, fault),
    body: fault || wish
      ? (
        <ShowPage
          {...propsIn(viewOf(c), now)}
          signedIn={signedIn}
          moderated={moderated}
          wish={wish}
          {...faults}
        />
      )
      : await drawnOnce(
        c,
        `show ${id} ${signedIn} ${moderated !== undefined}`,
        async (view) => (
          <ShowPage
            {...propsIn(view, await lookAtShow(c.var.shop, id))}
            signedIn={signedIn}
            moderated={moderated}
          />
        ),
      ),
  });
}

function stageOf({ seller, freeShipping, pinned: _pinned, ...show }: Show): ShowPageProps["show"] {
  const { freeShippingFrom: amount, currency } = show;
  return {
    ...show,
    sellerName: seller.name,
    freeShipping: freeShipping === "threshold" ? { from: { amount, currency } } : freeShipping,
  };
}
