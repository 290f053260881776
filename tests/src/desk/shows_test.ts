import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { copy } from "../../../views/copy/mod.ts";
import type { SellersShow } from "../../../src/shows/show_json.ts";
import { atDesk, tomorrow } from "../../support/desk.ts";
import { codeOf } from "../../support/in_shop.ts";
import type { Answer } from "../../support/person.ts";
import { expectRefusal } from "../../support/refused.ts";

const airing = (id: string) => `/api/desk/shows/${id}/airing`;

atDesk("a show is planned, goes on air and ends", async ({ seller, makeShow }) => {
  const startsAt = tomorrow();
  const show = await makeShow({ startsAt, description: "Two hours\nfor autumn" });
  deepEqual(
    [show.state, show.startsAt, show.freeShipping, show.freeShippingFrom, show.description],
    ["scheduled", startsAt, "threshold", 15_000, "Two hours\nfor autumn"],
  );
  const live = await seller.post<SellersShow>(airing(show.id));
  deepEqual([live.status, live.body.state, live.body.startedAt !== null], [200, "live", true]);
  const ended = await seller.delete<SellersShow>(airing(show.id));
  deepEqual([ended.status, ended.body.state, ended.body.endedAt !== null], [200, "ended", true]);
  deepEqual((await seller.get(`/api/desk/shows/${show.id}`)).body, { ...ended.body });
});

atDesk("after a show its seller is told how many watched at once", async (at) => {
  const { seller, makeShow, database } = at;
  const { id } = await makeShow();
  const words = copy("en").desk.shows.viewersPeak;
  const page = async () => (await seller.get<string>(`/desk/shows/${id}`)).body;
  ok(!(await page()).includes(words("0")));
  await database.query("update shows set viewers_peak = 1234, state = 'ended' where id = $1", [id]);
  ok((await page()).includes(words("1,234")));
  equal((await seller.get<SellersShow>(`/api/desk/shows/${id}`)).body.viewersPeak, 1234);
});

atDesk("a show takes no other step, and says where it stands", async (at) => {
  const { seller, makeShow, database } = at;
  const show = await makeShow();
  const path = `/api/desk/shows/${show.id}`;
  const refuses = async (name: string, send: () => Promise<Answer>, state: string) => {
    await expectRefusal(database, { name, by: seller, send, code: "SHOW_STATE" });
    equal((await send()).body.state, state);
  };
  await refuses("ending what is not on air", () => seller.delete(airing(show.id)), "scheduled");
  await seller.post(airing(show.id));
  await refuses("starting twice", () => seller.post(airing(show.id)), "live");
  await refuses("cancelling on air", () => seller.post(`${path}/cancellation`), "live");
  await refuses("deleting on air", () => seller.delete(path), "live");
  await refuses("moving the start", () => seller.patch(path, { startsAt: tomorrow() }), "live");
  await seller.delete(airing(show.id));
  await refuses("starting again", () => seller.post(airing(show.id)), "ended");

  const off = await makeShow();
  await seller.post(`/api/desk/shows/${off.id}/cancellation`);
  await refuses("starting what is off", () => seller.post(airing(off.id)), "cancelled");
});

atDesk("deleting a show keeps its products", async ({ seller, makeShow, makeProduct }) => {
  const show = await makeShow();
  const product = await makeProduct({ showId: show.id });
  await seller.patch(`/api/desk/shows/${show.id}`, { featuredProductId: product.id });
  deepEqual((await seller.delete(`/api/desk/shows/${show.id}`)).body, {
    id: show.id,
    deleted: true,
  });
  equal((await seller.get(`/api/desk/shows/${show.id}`)).status, 404);
  const left = await seller.get(`/api/desk/products/${product.id}`);
  deepEqual([left.status, left.body.showId], [200, null]);
});

atDesk("every change of a show is told to the open pages, by the same statement", async (at) => {
  const { database, seller, makeShow, makeProduct } = at;
  const show = await makeShow();
  const product = await makeProduct({ showId: show.id });
  const path = `/api/desk/shows/${show.id}`;
  await seller.patch(path, { notice: "Ships tomorrow", featuredProductId: product.id });
  await seller.post(airing(show.id));
  await seller.submit(`/desk/shows/${show.id}/product-order`, { productId: product.id, to: "up" });
  await seller.delete(airing(show.id));
  await seller.delete(path);
  const told = await database.query<{ state: string; version: number }>(
    `select body ->> 'state' as state, (body ->> 'version')::int as version
     from outbox where topic = 'show' and subject = $1 order by transaction, id`,
    [show.id],
  );
  deepEqual(told.map(({ state }) => state), [
    "scheduled",
    "scheduled",
    "live",
    "live",
    "ended",
    "deleted",
  ]);
  deepEqual(told.map(({ version }) => version), [0, 1, 2, 3, 4, 5]);
});

atDesk("the same request, sent eight times at once, plans one show", async (at) => {
  const { seller, database } = at;
  const wish = { title: "Once", startsAt: tomorrow() };
  const key = uuidv7();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => seller.post<SellersShow>("/api/desk/shows", wish, key)),
  );
  deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
  equal(new Set(answers.map(({ body }) => body.id)).size, 1);
  const [{ shows } = { shows: 0 }] = await database.query<{ shows: number }>(
    "select count(*)::int as shows from shows where title = 'Once'",
  );
  equal(shows, 1);
  const other = await seller.post("/api/desk/shows", { ...wish, title: "Twice" }, key);
  equal(codeOf(other), "IDEMPOTENCY_MISMATCH");

  // Starting again with the same identity tells the first answer, not the state of now.
  const id = answers[0]!.body.id;
  const start = uuidv7();
  const first = await seller.post(airing(id), {}, start);
  await seller.delete(airing(id));
  deepEqual((await seller.post(airing(id), {}, start)).body, first.body);
});

atDesk("another seller's show is answered like one that does not exist", async (at) => {
  const { database, seller, scene, makeShow } = at;
  await makeShow();
  for (const id of [scene.showId, uuidv7()]) {
    const path = `/api/desk/shows/${id}`;
    const page = `/desk/shows/${id}`;
    const tries = {
      reading: () => seller.get(path),
      changing: () => seller.patch(path, { title: "Mine" }),
      deleting: () => seller.delete(path),
      starting: () => seller.post(airing(id)),
      ending: () => seller.delete(airing(id)),
      "the page": () => seller.get(page),
      "the form": () => seller.submit(page, { title: "Mine", freeShipping: "never" }),
      "the button": () => seller.submit(`${page}/ending`, {}),
      featuring: () => seller.submit(`${page}/featured-product`, { productId: scene.productId }),
    };
    for (const [name, send] of Object.entries(tries)) {
      await expectRefusal(database, { name, by: seller, send, code: "NOT_YOURS" });
    }
  }
});

atDesk("what cannot be a show is refused by field", async ({ database, seller }) => {
  const wish = { title: "Show", startsAt: tomorrow() };
  const wrong: [field: string, wish: object][] = [
    ["title", { ...wish, title: "" }],
    ["title", { ...wish, title: " \u0000 " }],
    ["title", { ...wish, title: "x".repeat(101) }],
    ["title", { startsAt: wish.startsAt }],
    ["startsAt", { ...wish, startsAt: "2020-01-01T00:00:00Z" }],
    ["startsAt", { ...wish, startsAt: "0000-01-01T00:00:00Z" }],
    ["startsAt", { ...wish, startsAt: "tomorrow" }],
    ["startsAt", { ...wish, startsAt: 5 }],
    ["freeShipping", { ...wish, freeShipping: "sometimes" }],
    ["freeShippingFrom", { ...wish, freeShippingFrom: -1 }],
    ["freeShippingFrom", { ...wish, freeShippingFrom: 1.5 }],
    ["description", { ...wish, description: "x".repeat(5001) }],
    ["state", { ...wish, state: "live" }],
    ["sellerId", { ...wish, sellerId: uuidv7() }],
  ];
  for (const [field, body] of wrong) {
    await expectRefusal(database, {
      name: JSON.stringify(body).slice(0, 80),
      by: seller,
      send: (by) => by.post("/api/desk/shows", body),
      code: "INVALID",
      field,
    });
  }
  equal((await seller.post("/api/desk/shows", { ...wish, title: "x".repeat(100) })).status, 201);
});

atDesk("text is kept as it was written, whatever it looks like", async ({ seller, makeShow }) => {
  for (
    const title of ["<img src=x onerror=alert(1)>", "=1+1", "'; drop table shows;--", "한글 🎉"]
  ) {
    const show = await makeShow({ title, description: title });
    equal(show.title, title);
    const page = await seller.get<string>(`/desk/shows/${show.id}`);
    equal(page.body.includes("<img src=x"), false);
  }
});
