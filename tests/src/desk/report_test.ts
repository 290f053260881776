import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { readReport } from "../../../src/desk/report/read_report.ts";
import { holdOne, orderOne } from "../../support/checkout.ts";
import { atDesk } from "../../support/desk.ts";
import { media } from "../../support/media.ts";

atDesk("a report counts who watched, talked, held, ordered and paid, by product", async (at) => {
  const { app, database, seller, makeShow, makeProduct } = at;
  const { id } = await makeShow();
  const { id: knit, variants: [m, l] } = await makeProduct({ showId: id });
  const { variants: [scarf] } = await makeProduct({ showId: id, name: "Scarf" });
  await makeProduct({ showId: id, name: "Nobody's" });
  await seller.post(`/api/desk/shows/${id}/airing`);
  await database.query("update shows set viewers_peak = 42 where id = $1", [id]);

  const [mina, june] = await Promise.all([app.signedIn(), app.signedIn()]);
  for (const who of [mina, mina, june]) {
    await who.post(`/api/shows/${id}/messages`, { id: uuidv7(), text: "hello" });
  }
  const paid = await orderOne(mina, m!.id, 2);
  await seller.post(`/api/desk/orders/${paid}/payment`);
  await orderOne(june, l!.id);
  const cancelled = await orderOne(june, m!.id);
  await june.post(`/api/orders/${cancelled}/cancellation`);
  await holdOne(june, scarf!.id, 2);

  const [{ sellerId } = { sellerId: "" }] = await database.query<{ sellerId: string }>(
    `select seller_id as "sellerId" from shows where id = $1`,
    [id],
  );
  const report = await readReport(database, sellerId, id);
  const { viewersPeak, messages, writers, holds, unitsHeld, orders, buyers, revenue } = report!;
  deepEqual([viewersPeak, messages, writers], [42, 3, 2]);
  deepEqual([holds, unitsHeld, orders, buyers, revenue], [4, 6, 2, 2, 11_600]);
  deepEqual(
    report!.products.map(({ name, holds, orders, units, revenue }) => [
      ...[name, holds, orders, units, revenue],
    ]),
    [["Maple knit", 3, 2, 3, 11_600], ["Scarf", 1, 0, 0, 0]],
  );
  equal(report!.products[0]!.id, knit);

  await seller.post(`/api/desk/orders/${paid}/refunds`);
  equal((await readReport(database, sellerId, id))!.revenue, 0);
});

atDesk("a report tells how playing went, of those who said so", async (at) => {
  const { app, seller, makeShow } = at;
  const { id } = await makeShow();
  await seller.post(`/api/desk/shows/${id}/airing`);
  const path = `/desk/shows/${id}/report`;
  match((await seller.get<string>(path)).body, /Nobody&#39;s player|Nobody's player/);
  const samples = [
    { kind: "flv", firstFrameMs: 200, rebuffers: 0, stalls: 0 },
    { kind: "flv", firstFrameMs: 400, rebuffers: 2, stalls: 1 },
    { kind: "hls", firstFrameMs: 3000, rebuffers: 0, stalls: 0 },
    { kind: "hls", firstFrameMs: null, rebuffers: 0, stalls: 0 },
  ];
  for (const sample of samples) await app.guest().post(`/shows/${id}/playback`, sample);
  const { body } = await seller.get<string>(path);
  match(body, /players of 4 viewers/);
  match(body, /half of them within<\/dt><dd>0\.4 s/);
  match(body, /Without a wait in between<\/dt><dd>50 %/);
  match(body, /Waits in between, of all<\/dt><dd>2</);
  match(body, /Long stalls, of all<\/dt><dd>1</);
  match(body, /Saw no picture<\/dt><dd>25 %/);
  match(body, /FLV 50 %, HLS 50 %/);
}, { media });

atDesk("a report is its seller's alone, and one of a show to come is empty", async (at) => {
  const { app, seller, makeShow, shopper, scene } = at;
  const { id } = await makeShow();
  const { status, body } = await seller.get<string>(`/desk/shows/${id}/report`);
  equal(status, 200);
  match(body, /has not started yet/);
  doesNotMatch(body, /How it played/);
  doesNotMatch((await seller.get<string>(`/desk/shows/${id}`)).body, /\/report"/);
  for (const who of [await shopper(), await app.signedIn({ role: "seller" })]) {
    equal((await who.get(`/desk/shows/${id}/report`)).status, 404);
  }
  for (const other of [scene.showId, crypto.randomUUID(), "nothing"]) {
    equal((await seller.get(`/desk/shows/${other}/report`)).status, 404);
  }
  await seller.post(`/api/desk/shows/${id}/airing`);
  match((await seller.get<string>(`/desk/shows/${id}`)).body, /\/report"/);
});
