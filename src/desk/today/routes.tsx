import { Hono } from "hono";
import { copy } from "../../../views/copy/mod.ts";
import { Today } from "../../../views/desk/today.tsx";
import type { Env } from "../../http/env.ts";
import { page } from "../../http/page.tsx";
import { viewOf } from "../../http/view.ts";
import { atDesk, packing } from "../desk.ts";
import { look } from "../look.ts";
import { readToday } from "./read_today.ts";

/** The desk's first page. */
export const deskToday = new Hono<Env>();

deskToday.get("/desk", async function showToday(c) {
  if (!packing(c).sellerId) return c.redirect("/desk/orders", 303);
  const { sellerId, shopName, currency } = await atDesk(c);
  const { database, configuration } = c.var.shop.platform;
  const today = await readToday(database, sellerId, configuration.timeZone);
  const view = viewOf(c);
  return await page(c, {
    ...look,
    title: copy(view.locale).desk.today.title,
    body: <Today {...today} view={view} shopName={shopName} currency={currency} />,
  });
});
