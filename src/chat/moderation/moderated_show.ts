import type { Moderated } from "../../../views/shop/message_menu.tsx";
import { Refused } from "../../errors.ts";
import type { Person, Visit } from "../../http/env.ts";
import { isUuid } from "../../http/identity.ts";
import { signedIn } from "../../http/session.ts";
import type { Show } from "../../shows/shows.ts";

/** The show whose chat somebody moderates. */
export interface ModeratedShow {
  readonly id: string;
  readonly sellerId: string;
  readonly currency: "USD" | "KRW";
}

/** @throws Refused SIGN_IN_REQUIRED, or NOT_YOURS to those who do not run the shop */
export async function moderatedShow(c: Visit, id: string): Promise<ModeratedShow> {
  const { id: personId } = signedIn(c);
  const [show] = isUuid(id)
    ? await c.var.shop.platform.database.query<ModeratedShow>(
      `select w.id, w.seller_id as "sellerId", s.currency
       from shows w join sellers s on s.id = w.seller_id
       where w.id = $1 and runs_shop($2, w.seller_id)`,
      [id, personId],
      { name: "moderated_show" },
    )
    : [];
  if (!show) throw new Refused({ code: "NOT_YOURS" });
  return show;
}

/**
 * The means of moderating, for a page that shows them to those who run the shop. What they do is
 * judged when they do it.
 * @param from the path of that page
 */
export function moderatedFrom(c: Visit, show: Show, from: string): Moderated | undefined {
  return moderates(c.var.person, show) ? { showId: show.id, from } : undefined;
}

function moderates(person: Person | undefined, { seller }: Pick<Show, "seller">): boolean {
  return person !== undefined &&
    (person.admin || person.sellerId === seller.id || person.moderates.includes(seller.id));
}
