import { Hono } from "hono";
import { copy } from "../../views/copy/mod.ts";
import type { View } from "../../views/kit/view.ts";
import { Home } from "../../views/shop/home.tsx";
import { cardOf } from "../catalog/card.ts";
import type { Env } from "../http/env.ts";
import { drawnOnce } from "../http/drawn.tsx";
import { page } from "../http/page.tsx";
import { showCardOf } from "../shows/shows.ts";
import type { Shop } from "../shop.ts";
import { readHome } from "./read_home.ts";

/** `/`: who is on air, who will be, and some of the store. */
export const home = new Hono<Env>();

home.get("/", async function showHome(c) {
  return await page(c, {
    title: copy(c.var.language).site.name,
    body: await drawnOnce(c, "home", (view) => drawHome(c.var.shop, view)),
  });
});

async function drawHome({ platform }: Shop, view: View) {
  const { live, coming, offers } = await readHome(platform.database);
  return (
    <Home
      view={view}
      live={live.map(showCardOf)}
      upcoming={coming.map(showCardOf)}
      products={offers.map(cardOf)}
    />
  );
}
