import { equal, match } from "node:assert/strict";
import { inShop } from "../../support/in_shop.ts";
import { assertInvariants } from "../../support/invariants.ts";

inShop("who comes to what is sold out waits in line", { stock: [2] }, async (at) => {
  const [mina, jun, sora] = [await at.shopper(), await at.shopper(), await at.shopper()];
  const [variantId = ""] = at.scene.variantIds;
  const wait = { variantId, quantity: "1", waitlist: "true", from: "/waitlist" };
  await mina.submit("/holds", { variantId, quantity: "2" });
  await jun.submit("/holds", wait);
  equal((await sora.submit("/holds", wait)).headers.get("location"), "/waitlist");

  match((await jun.get<string>("/waitlist", english)).body, /No\. 1 in line.*You are next/s);
  const { body } = await sora.get<string>("/waitlist", english);
  match(body, /No\. 2 in line.*1 person ahead/s);
  match((await sora.get<string>("/cart", english)).body, /You are in line for 1 item/);
});

inShop("leaving the line moves the others up", { stock: [1] }, async (at) => {
  const [mina, jun, sora] = [await at.shopper(), await at.shopper(), await at.shopper()];
  const [variantId] = at.scene.variantIds;
  await mina.post("/api/holds", { variantId, quantity: 1 });
  const { body: wait } = await jun.post("/api/holds", { variantId, quantity: 1, waitlist: true });
  await sora.post("/api/holds", { variantId, quantity: 1, waitlist: true });

  const left = await jun.submit(`/holds/${wait.id}/release`, { from: "/waitlist" });
  equal(left.headers.get("location"), "/waitlist");
  match((await sora.get<string>("/waitlist", english)).body, /No\. 1 in line/);
  match((await jun.get<string>("/waitlist", english)).body, /not in line for anything/);
});

inShop("a place that is gone cannot be left, and says so", { stock: [1] }, async (at) => {
  const [mina, jun] = [await at.shopper(), await at.shopper()];
  const [variantId] = at.scene.variantIds;
  const { body: line } = await mina.post("/api/holds", { variantId, quantity: 1 });
  const { body: wait } = await jun.post("/api/holds", { variantId, quantity: 1, waitlist: true });
  await mina.delete(`/api/holds/${line.id}`);
  await at.lapseAll();
  const answer = await jun.submit(`/holds/${wait.id}/release`, { from: "/waitlist" });
  equal(answer.status, 410);
  match(answer.body, /role="alert"/);
});

inShop("who waits is served by what comes back, and finds it in the cart", {
  stock: [1],
}, async (at) => {
  const [mina, jun] = [await at.shopper(), await at.shopper()];
  const [variantId] = at.scene.variantIds;
  const { body: line } = await mina.post("/api/holds", { variantId, quantity: 1 });
  await jun.post("/api/holds", { variantId, quantity: 1, waitlist: true });
  await mina.submit(`/holds/${line.id}/release`, {});
  match((await jun.get<string>("/cart")).body, /data-deadline/);
  match((await jun.get<string>("/waitlist", english)).body, /not in line for anything/);
  await assertInvariants(at.database);
});

const english = { "accept-language": "en" };
