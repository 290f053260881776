import { deepEqual } from "node:assert/strict";
import type { SellersShow } from "../../../src/shows/show_json.ts";
import type { Show } from "../../../src/shows/shows.ts";
import { readStage } from "../../../src/room/stage.ts";
import { shownOf } from "../../../views/shop/shape.ts";
import { type AtDesk, atDesk } from "../../support/desk.ts";

const signal = `insert into signals
  (show_id, state, client_id, server_id, service_id, turn, came_at)
  values ($1, $2, 'c', 's', 'v', $3, now())
  on conflict (show_id) do update set state = $2, turn = $3`;

async function told({ seller, app, database }: AtDesk, id: string) {
  const { body: own } = await seller.get<SellersShow>(`/api/desk/shows/${id}`);
  const { body: seen } = await app.guest().get<Show>(`/api/shows/${id}`);
  const { show } = (await readStage(database, id))!;
  deepEqual([own.signal, own.turn], [seen.signal, seen.turn]);
  deepEqual([own.signal, own.turn], [show.signal, show.turn]);
  return [own.signal, own.turn];
}

atDesk("the desk, the API and the room tell a show's signal and its turn alike", async (at) => {
  const { seller, makeShow, app } = at;
  const { id } = await makeShow();
  deepEqual(await told(at, id), ["none", 0]);
  await seller.post(`/api/desk/shows/${id}/airing`);
  deepEqual(await told(at, id), ["none", 0]);
  await app.change(signal, [id, "on", 1]);
  deepEqual(await told(at, id), ["on", 1]);
  await app.change(signal, [id, "lost", 2]);
  deepEqual(await told(at, id), ["lost", 2]);
  await seller.delete(`/api/desk/shows/${id}/airing`);
  deepEqual(await told(at, id), ["none", 2]);
});

atDesk("a change of the signal draws no page anew", async ({ makeShow, database }) => {
  const { id } = await makeShow();
  const { show } = (await readStage(database, id))!;
  deepEqual(shownOf({ ...show, signal: "on", turn: 2 }), shownOf(show));
});

atDesk("followers' message is asked for once a show, however it went on air", async (at) => {
  const { seller, makeShow, database } = at;
  const { id } = await makeShow();
  const asked = async () =>
    await database.query("select body from outbox where topic = 'on-air' and subject = $1", [id]);
  deepEqual(await asked(), []);
  await seller.post(`/api/desk/shows/${id}/airing`);
  await seller.post(`/api/desk/shows/${id}/airing`);
  await seller.delete(`/api/desk/shows/${id}/airing`);
  const [{ sellerId } = { sellerId: undefined }] = await database.query<{ sellerId: string }>(
    `select seller_id as "sellerId" from shows where id = $1 and on_air_told_at = started_at`,
    [id],
  );
  deepEqual(await asked(), [{ body: { sellerId } }]);
});
