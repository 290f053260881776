import { copy } from "../../views/copy/mod.ts";
import type { Fault } from "../../views/kit/view.ts";
import { Waitlist } from "../../views/shop/waitlist.tsx";
import { readCart } from "../cart/read_cart.ts";
import type { Visit } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { signedIn } from "../http/session.ts";
import { viewOf } from "../http/view.ts";

export async function waitlistPage(c: Visit, fault?: Fault): Promise<Response> {
  const { waiting } = await readCart(c.var.shop.platform.database, signedIn(c).id);
  const view = viewOf(c);
  const lines = waiting.map(({ id, position, ...line }) => ({
    ...line,
    holdId: id,
    place: position,
  }));
  return await page(c, {
    title: copy(view.locale).waitlist.title,
    status: statusOf(c, fault),
    body: <Waitlist view={view} lines={lines} fault={fault} />,
  });
}
