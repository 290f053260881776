import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { eachDatabase } from "../../support/databases.ts";
import { setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

const english = { "accept-language": "en" };

eachDatabase("a show has a page in each of its states", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [3] });
  const guest = shop.guest();
  const page = async () => (await guest.get<string>(`/shows/${showId}`, english)).body;

  const live = await page();
  match(live, /data-room="/);
  match(live, /action="\/holds"/);
  match(live, /3 left/);

  await shop.change("update shows set state = 'scheduled', started_at = null");
  const scheduled = await page();
  match(scheduled, /has not started yet|Come back when it starts/);
  match(scheduled, /Product/);
  doesNotMatch(scheduled, /action="\/holds"/);

  await shop.change("update shows set state = 'ended', ended_at = now()");
  const ended = await page();
  match(ended, /This show has ended/);
  match(ended, /The chat is closed/);
  doesNotMatch(ended, /data-live/);

  await shop.change("update shows set state = 'cancelled'");
  match(await page(), /This show was cancelled/);
});

eachDatabase("a page shows what was committed before it was asked for", async (database) => {
  await using shop = new TestApp(database);
  const { showId, variantIds: [variantId] } = await setScene(database, { stock: [3] });
  const kim = await shop.signedIn();
  for (const left of ["2 left", "1 left", "Sold out"]) {
    await kim.post("/api/holds", { variantId, quantity: 1 });
    match((await kim.get<string>(`/shows/${showId}`, english)).body, new RegExp(left));
    match((await kim.get<string>(`/store`, english)).body, new RegExp(left));
  }
});

eachDatabase("only what may be seen is on the page of a show", async (database) => {
  await using shop = new TestApp(database);
  const { showId, productId } = await setScene(database, { stock: [3, 4] });
  const shown = async () => {
    const { body } = await shop.guest().get<string>(`/shows/${showId}`, english);
    return [body.includes(`product-${productId}`), body.includes("3 left")];
  };
  deepEqual(await shown(), [true, true]);
  await shop.change("update variants set hidden = true where stock = 3");
  deepEqual(await shown(), [true, false]);
  await shop.change("update variants set hidden = true");
  deepEqual(await shown(), [false, false]);
  await shop.change("update variants set hidden = false");
  for (
    const [hide, show] of [
      ["visible_from = now() + interval '1 hour'", "visible_from = null"],
      ["visible_until = now()", "visible_until = null"],
      ["deleted_at = now()", "deleted_at = null"],
    ] as const
  ) {
    await shop.change(`update products set ${hide}`);
    deepEqual(await shown(), [false, false], hide);
    await shop.change(`update products set ${show}`);
    deepEqual(await shown(), [true, true], show);
  }
  await shop.change("update sellers set approved_at = null");
  equal((await shop.guest().get(`/shows/${showId}`)).status, 404);
});

eachDatabase("what sellers write is text, wherever it stands", async (database) => {
  await using shop = new TestApp(database);
  const { showId, productId } = await setScene(database, { stock: [3] });
  const evil = `"><script>alert(1)</script>'; drop table shows; -- =1+1`;
  await shop.change("update shows set title = $1, description = $1, notice = $1", [evil]);
  await shop.change("update products set name = $1, description = $1", [evil]);
  await shop.change("update variants set colour = $1", [evil.slice(0, 40)]);
  await shop.change("update sellers set name = $1", [evil]);
  for (const path of ["/", "/store", `/shows/${showId}`, `/products/${productId}`]) {
    const { status, body } = await shop.guest().get<string>(path);
    equal(status, 200, path);
    match(body, /&lt;script>/, path);
    doesNotMatch(body, /<script>alert/, path);
  }
});

eachDatabase("shows are listed: those on air, those to come, those that were", async (database) => {
  await using shop = new TestApp(database);
  const { sellerId, showId } = await setScene(database, { stock: [3] });
  const add = async (state: string, startsAt: string) => {
    const id = uuidv7();
    await database.query(
      `insert into shows (id, seller_id, title, state, starts_at)
       values ($1, $2, $3, $3, now() + $4::interval)`,
      [id, sellerId, state, startsAt],
    );
    return id;
  };
  const later = await add("scheduled", "2 days");
  const old = await add("ended", "-2 days");
  const soon = await add("scheduled", "1 day");
  const recent = await add("ended", "-1 day");
  const off = await add("cancelled", "1 day");

  interface List {
    items: { id: string; state: string }[];
    page: number;
    pages: number;
    total: number;
  }
  const ids = async (query: string) =>
    (await shop.guest().get<List>(`/api/shows${query}`)).body.items.map(({ id }) => id);
  deepEqual(await ids(""), [showId, soon, later, recent, old, off]);
  deepEqual(await ids("?status=scheduled"), [soon, later]);
  deepEqual(await ids("?page=2"), []);

  const { body } = await shop.guest().get<List>("/api/shows?status=live");
  equal(body.items[0]?.state, "live");
  deepEqual([body.page, body.pages, body.total], [1, 1, 1]);
  for (const query of ["?status=gone", "?page=0", "?page=-1", "?page=x", "?page=1e9", "?x=1"]) {
    const answer = await shop.guest().get<{ code: string }>(`/api/shows${query}`);
    deepEqual([answer.status, answer.body.code], [422, "INVALID"], query);
  }
});

eachDatabase(
  "a show that nobody knows is answered like a path that leads nowhere",
  async (database) => {
    await using shop = new TestApp(database);
    for (const id of [uuidv7(), "1", "%00", "%27", "a".repeat(5000)]) {
      equal((await shop.guest().get(`/shows/${id}`)).status, 404, id);
      equal((await shop.guest().get(`/shows/${id}/chat`)).status, 404, id);
    }
    const { status, body } = await shop.guest().get<{ code: string }>(`/api/shows/${uuidv7()}`);
    deepEqual([status, body.code], [404, "NOT_YOURS"]);
    equal((await shop.guest().get("/api/shows/1")).status, 422);
  },
);
