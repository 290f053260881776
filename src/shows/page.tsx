import type { Fault } from "../../views/kit/view.ts";
import { ShowPage, type ShowPageProps } from "../../views/shop/show_page.tsx";
import { wishIn } from "../cart/wish.ts";
import type { Visit } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { viewOf } from "../http/view.ts";
import { lookAtShow } from "./read_show.ts";
import type { Show } from "./shows.ts";

/** Why a form on the page of a show was refused. */
export interface ShowFaults {
  /** A hold; its values name the variant. */
  readonly holdFault?: Fault;
  readonly chatFault?: Fault;
}

/**
 * The page of a show.
 * @throws Refused NOT_YOURS when there is no such show to see
 */
export async function showPage(c: Visit, id: string, faults: ShowFaults = {}): Promise<Response> {
  const { show, offers, messages } = await lookAtShow(c.var.shop, id);
  return await page(c, {
    title: show.title,
    description: show.description.slice(0, 160) || undefined,
    scripts: ["live.js"],
    status: statusOf(c, faults.chatFault ?? faults.holdFault),
    body: (
      <ShowPage
        view={viewOf(c)}
        show={stageOf(show)}
        products={offers}
        featuredId={show.featuredProductId}
        messages={messages}
        signedIn={c.var.person !== undefined}
        wish={wishIn(c)}
        {...faults}
      />
    ),
  });
}

function stageOf({ seller, freeShipping, ...show }: Show): ShowPageProps["show"] {
  const { freeShippingFrom: amount, currency } = show;
  return {
    ...show,
    sellerName: seller.name,
    freeShipping: freeShipping === "threshold" ? { from: { amount, currency } } : freeShipping,
  };
}
