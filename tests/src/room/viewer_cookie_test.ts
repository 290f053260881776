import { equal, match } from "node:assert/strict";
import { inShop } from "../../support/in_shop.ts";

inShop("a guest's tabs are one viewer by a cookie of no meaning", { stock: [1] }, async (at) => {
  const path = `/shows/${at.scene.showId}`;
  const made = /^viewer=[0-9a-f-]{36}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/;
  const guest = at.app.guest();
  match((await guest.get(path)).headers.get("set-cookie") ?? "", made);
  equal((await guest.get(path)).headers.get("set-cookie"), null);
  guest.cookies.set("viewer", "no cookie of the shop");
  match((await guest.get(path)).headers.get("set-cookie") ?? "", made);
  equal((await (await at.shopper()).get(path)).headers.get("set-cookie"), null);
});
