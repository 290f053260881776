import type { Page } from "playwright-core";
import { people, seller } from "../../scripts/seed/plan.ts";
import type { Database } from "../../src/platform.ts";

/** A page as somebody sees it, or what it becomes by an act. */
export interface Sight {
  readonly name: string;
  readonly who: Viewer;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
}

/** The people of the demo; a guest; and who has nothing yet. */
export type Viewer = keyof typeof people | "seller" | "guest" | "newShopper" | "newSeller";

export function emailOf(viewer: Viewer): string | undefined {
  if (viewer === "guest") return undefined;
  if (viewer === "seller") return seller.email;
  return viewer in people ? people[viewer as keyof typeof people].email : `${viewer}@example.com`;
}

/** Every page of the demo shop and of its desk, in each of its states. */
export async function sightsOf(database: Database): Promise<Sight[]> {
  const ids = await idsIn(database);
  return [...shopSights(ids), ...ownSights(ids), ...deskSights(ids), ...refusedSights(ids)];
}

type Ids = Awaited<ReturnType<typeof idsIn>>;

/** Ids of shows and products by title and name, numbers of orders by state, holds of Mina. */
async function idsIn(database: Database) {
  const keyed = async (query: string) => {
    const rows = await database.query<{ key: string; id: string }>(query);
    return (start: string) => {
      const row = rows.find(({ key }) => key.startsWith(start));
      if (!row) throw new Error(`the demo has no ${start}`);
      return row.id;
    };
  };
  return {
    show: await keyed("select state as key, id from shows"),
    product: await keyed("select name as key, id from products"),
    order: await keyed(
      `select p.email || ' ' || o.state as key, o.number as id
       from orders o join people p on p.id = o.shopper_id`,
    ),
    hold: await keyed(
      `select p.email || ' ' || h.state as key, h.id
       from holds h join people p on p.id = h.shopper_id order by h.place`,
    ),
  };
}

function shopSights({ show, product }: Ids): Sight[] {
  const seen: [name: string, path: string, who?: Viewer][] = [
    ["home", "/"],
    ["home-mina", "/", "mina"],
    ["show-live", `/shows/${show("live")}`],
    ["show-live-mina", `/shows/${show("live")}`, "mina"],
    ["show-scheduled", `/shows/${show("scheduled")}`],
    ["show-ended", `/shows/${show("ended")}`],
    ["show-chat", `/shows/${show("live")}/chat`, "mina"],
    ["store", "/store"],
    ["store-popular", "/store?sort=popular"],
    ["store-found", "/store?q=니트"],
    ["store-nothing", "/store?q=zzzz"],
    ["product-options", `/products/${product("단풍")}`],
    ["product-few", `/products/${product("한강")}`],
    ["product-sold-out-option", `/products/${product("숲길")}`, "alex"],
    ["product-plain", `/products/${product("새벽")}`, "mina"],
    ["sign-in", "/sign-in?from=/cart"],
    ["terms", "/terms"],
    ["privacy", "/privacy"],
    ["help", "/help"],
    ["not-found", "/nothing/here"],
    ["show-not-found", "/shows/nothing"],
    ["api-docs", "/api/docs"],
  ];
  return seen.map(([name, path, who = "guest"]) => ({ name, path, who }));
}

function ownSights({ order, hold }: Ids): Sight[] {
  const { mina, june, sora, alex } = people;
  return ([
    ["cart", "/cart", "mina"],
    ["cart-empty", "/cart", "newShopper"],
    ["checkout", `/checkout?hold=${hold(`${mina.email} held`)}`, "mina"],
    ["orders", "/orders", "june"],
    ["orders-filtered", "/orders?state=refunded", "june"],
    ["orders-none-match", "/orders?state=cancelled", "june"],
    ["orders-empty", "/orders", "newShopper"],
    ["order-awaiting", `/orders/${order(`${june.email} awaiting`)}`, "june"],
    ["order-claimed", `/orders/${order(`${alex.email} awaiting`)}`, "alex"],
    ["order-paid", `/orders/${order(`${mina.email} paid`)}`, "mina"],
    ["order-shipped", `/orders/${order(`${june.email} shipped`)}`, "june"],
    ["order-delivered", `/orders/${order(`${mina.email} delivered`)}`, "mina"],
    ["order-cancelled", `/orders/${order(`${sora.email} cancelled`)}`, "sora"],
    ["order-refunded", `/orders/${order(`${june.email} refunded`)}`, "june"],
    ["receipt", `/orders/${order(`${mina.email} paid`)}/receipt`, "mina"],
    ["receipt-unpaid", `/orders/${order(`${june.email} awaiting`)}/receipt`, "june"],
    ["waitlist", "/waitlist", "june"],
    ["waitlist-empty", "/waitlist", "newShopper"],
    ["profile", "/profile", "mina"],
    ["profile-new", "/profile", "newShopper"],
    ["sessions", "/sessions", "mina"],
  ] as const).map(([name, path, who]) => ({ name, path, who }));
}

function deskSights({ show, product, order }: Ids): Sight[] {
  const { mina, june, sora, alex } = people;
  const seen = ([
    ["today", ""],
    ["shows", "/shows"],
    ["show-new", "/shows/new"],
    ["show-live", `/shows/${show("live")}`],
    ["show-scheduled", `/shows/${show("scheduled")}`],
    ["air", `/shows/${show("live")}/air`],
    ["show-ended", `/shows/${show("ended")}`],
    ["report", `/shows/${show("ended")}/report`],
    ["restreams", "/restreams"],
    ["products", "/products"],
    ["products-out", "/products?stock=out"],
    ["products-none", "/products?q=zzzz"],
    ["product-new", "/products/new"],
    ["product", `/products/${product("단풍")}`],
    ["orders", "/orders"],
    ["orders-paid", "/orders?state=paid"],
    ["orders-none", "/orders?q=zzzz"],
    ["order-awaiting", `/orders/${order(`${june.email} awaiting`)}`],
    ["order-claimed", `/orders/${order(`${alex.email} awaiting`)}`],
    ["order-paid", `/orders/${order(`${mina.email} paid`)}`],
    ["order-shipped", `/orders/${order(`${june.email} shipped`)}`],
    ["order-cancelled", `/orders/${order(`${sora.email} cancelled`)}`],
    ["order-refunded", `/orders/${order(`${june.email} refunded`)}`],
    ["not-found", "/orders/ORD-20200101-00001"],
  ] as const).map(([name, path]): Sight => ({
    name: `desk-${name}`,
    path: `/desk${path}`,
    who: "seller",
  }));
  const first = ["", "/shows", "/products", "/orders", "/restreams"].map((path): Sight => ({
    name: `desk-first${path.replace("/", "-")}`,
    path: `/desk${path}`,
    who: "newSeller",
  }));
  return [
    ...seen,
    ...first,
    { name: "desk-packing", path: "/desk/orders", who: "moderator" },
    { name: "desk-air-moderator", path: `/desk/shows/${show("live")}/air`, who: "moderator" },
    { name: "show-live-moderated", path: `/shows/${show("live")}`, who: "seller" },
    { name: "chat-frame", path: `/shows/${show("live")}/messages`, who: "guest" },
    { name: "chat-frame-still", path: `/shows/${show("live")}/messages?still`, who: "seller" },
  ];
}

/** Forms that were refused, past what the browser itself would check. */
function refusedSights({ show, product, hold, order }: Ids): Sight[] {
  const sent = (action: string) => async (page: Page) => {
    await page.evaluate("[...document.forms].forEach((form) => form.noValidate = true)");
    await page.evaluate(
      `document.querySelector('form[action="${action}"]').querySelectorAll("[name=phone], ` +
        `[name=quantity], [name=price]").forEach((field) => field.value = "-1")`,
    );
    const button = page.locator(`form[action="${action}"] [type=submit]`);
    if (await button.count() > 0) await button.first().click();
    else await page.evaluate(`document.querySelector('form[action="${action}"]').requestSubmit()`);
    await page.getByRole("alert").first().waitFor();
  };
  return ([
    ["sign-in", "guest", "/sign-in", "/sign-in/dev"],
    ["profile", "mina", "/profile", "/profile"],
    ["checkout", "mina", `/checkout?hold=${hold(`${people.mina.email} held`)}`, "/orders"],
    ["product", "alex", `/products/${product("단풍")}`, "/holds"],
    ["chat", "alex", `/shows/${show("live")}/chat`, `/shows/${show("live")}/messages`],
    ["desk-show", "seller", "/desk/shows/new", "/desk/shows"],
    ["desk-product", "seller", "/desk/products/new", "/desk/products"],
    [
      "desk-ship",
      "seller",
      `/desk/orders/${order(`${people.mina.email} paid`)}`,
      `/desk/orders/${order(`${people.mina.email} paid`)}/shipment`,
    ],
  ] as const).map(([name, who, path, action]) => ({
    name: `refused-${name}`,
    who,
    path,
    act: sent(action),
  }));
}
