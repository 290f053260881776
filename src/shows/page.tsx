import type { Fault, View } from "../../views/kit/view.ts";
import { ShowPage, type ShowPageProps } from "../../views/shop/show_page.tsx";
import { wishIn } from "../cart/wish.ts";
import { moderatedFrom } from "../chat/moderation/moderated_show.ts";
import type { Visit } from "../http/env.ts";
import { drawnOnce } from "../http/drawn.tsx";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { viewOf } from "../http/view.ts";
import { lookAtShow, type ShowNow } from "./read_show.ts";
import type { Show } from "./shows.ts";

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
  return await page(c, {
    title: now.show.title,
    description: now.show.description.slice(0, 160) || undefined,
    scripts: ["room.js"],
    status: statusOf(c, fault),
    body: fault || wish
      ? (
        <ShowPage
          {...propsOf(viewOf(c), now, viewers)}
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
            {...propsOf(view, await lookAtShow(c.var.shop, id), viewers)}
            signedIn={signedIn}
            moderated={moderated}
          />
        ),
      ),
  });
}

function propsOf(view: View, { show, offers, messages }: ShowNow, viewers?: number) {
  return {
    view,
    show: { ...stageOf(show), viewers },
    products: offers,
    featuredId: show.featuredProductId,
    messages,
    pinned: show.pinned,
  };
}

function stageOf({ seller, freeShipping, pinned: _pinned, ...show }: Show): ShowPageProps["show"] {
  const { freeShippingFrom: amount, currency } = show;
  return {
    ...show,
    sellerName: seller.name,
    freeShipping: freeShipping === "threshold" ? { from: { amount, currency } } : freeShipping,
  };
}
