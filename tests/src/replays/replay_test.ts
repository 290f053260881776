import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { replay_messages_max } from "../../../src/limits.ts";
import { type AtDesk, atDesk } from "../../support/desk.ts";
import { media } from "../../support/media.ts";

const configuration = { media };

/** A show of the seller that is over, recorded twice: from 10 min ago for 5, and from 4 ago for 3. */
async function shown({ database, seller, makeShow, makeProduct }: AtDesk) {
  const { id } = await makeShow();
  const { id: knit } = await makeProduct({ showId: id, name: "Knit" });
  const { id: scarf } = await makeProduct({ showId: id, name: "Scarf" });
  await seller.post(`/api/desk/shows/${id}/airing`);
  await database.query(
    `insert into recordings (id, show_id, file, began_at, ended_at)
     select gen_random_uuid(), $1, 'part-' || n || '.mp4', now() - ago * interval '1 minute',
       now() - (ago - long) * interval '1 minute'
     from (values (1, 10, 5), (2, 4, 3)) as r (n, ago, long)`,
    [id],
  );
  const say = (text: string, ago: string, more = "") =>
    database.query(
      `insert into messages (id, show_id, person_id, text, created_at ${more && ", held_word"})
       select $1, $2, s.person_id, $3, now() - $4::interval ${more && ", 'bad'"}
       from shows w join sellers s on s.id = w.seller_id where w.id = $2`,
      [uuidv7(), id, text, ago],
    );
  return { id, knit, scarf, say, path: `/shows/${id}/replay` };
}

const end = ({ seller }: AtDesk, id: string) => seller.delete(`/api/desk/shows/${id}/airing`);

/** Seconds at which things stand on a page, by the text that follows. */
const seconds = (page: string, text: string) =>
  [...page.matchAll(new RegExp(`data-second="(\\d+)"(?:(?!data-second).)*?${text}`, "gs"))]
    .map(([, second]) => Number(second));

atDesk("a replay has the chat of its part, in step with the picture", async (at) => {
  const { app } = at;
  const { id, say, path } = await shown(at);
  await say("before the picture", "11 minutes");
  await say("at two minutes", "8 minutes");
  await say("in the gap", "4 minutes 30 seconds");
  await say("in the second", "3 minutes");
  await say("held back", "8 minutes", "bad");
  await end(at, id);

  const first = (await app.guest().get<string>(path)).body;
  deepEqual(seconds(first, "before the picture"), [0]);
  deepEqual(seconds(first, "at two minutes"), [120]);
  deepEqual(seconds(first, "in the gap"), [330]);
  doesNotMatch(first, /in the second|held back/);
  match(first, /src="http:\/\/play\.test\/recordings\/part-1\.mp4"/);
  const second = (await app.guest().get<string>(`${path}?part=2&t=75`)).body;
  match(second, /src="http:\/\/play\.test\/recordings\/part-2\.mp4#t=75"/);
  deepEqual(seconds(second, "in the second"), [60]);
  doesNotMatch(second, /at two minutes|in the gap/);
}, configuration);

atDesk("a replay has what was shown, from when on", async (at) => {
  const { app, database, seller } = at;
  const { id, knit, scarf, path } = await shown(at);
  const feature = (productId: string) =>
    seller.submit(`/desk/shows/${id}/featured-product`, productId ? { productId } : {});
  await feature(knit);
  await feature(knit);
  await feature(scarf);
  await feature("");
  const marks = await database.query<{ product: string | null }>(
    `select product_id as product from product_marks where show_id = $1 order by id`,
    [id],
  );
  deepEqual(marks.map(({ product }) => product), [knit, scarf, null]);
  await database.query(
    `update product_marks m set at = now() - ago * interval '1 minute'
     from (select id, (array[12, 9, 6])[row_number() over (order by id)] as ago
       from product_marks) t where t.id = m.id`,
  );
  await end(at, id);
  const first = (await app.guest().get<string>(path)).body;
  deepEqual(seconds(first, "Knit"), [0]);
  deepEqual(seconds(first, "Scarf"), [60]);
  match(first, new RegExp(`${path}\\?part=1&amp;t=60`));
  doesNotMatch((await app.guest().get<string>(`${path}?part=2`)).body, /replay-marks/);
}, configuration);

atDesk("a show that is over leads to its replay, once there is one", async (at) => {
  const { app, database } = at;
  const { id, path } = await shown(at);
  const page = async () => (await app.guest().get<string>(`/shows/${id}`)).body;
  doesNotMatch(await page(), /\/replay"/);
  const early = await app.guest().get(path);
  deepEqual([early.status, early.headers.get("location")], [303, `/shows/${id}`]);
  await end(at, id);
  match(await page(), new RegExp(`href="${path}"`));
  await app.change("delete from recordings where show_id = $1", [id]);
  doesNotMatch(await page(), /\/replay"/);
  equal((await app.guest().get(path)).status, 404);
  await database.query(
    `insert into recordings (id, show_id, file, began_at, ended_at)
     values (gen_random_uuid(), $1, 'a.flv', now(), now())`,
    [id],
  );
  equal((await app.guest().get(path)).status, 404);
}, configuration);

atDesk("what is not there is not found", async (at) => {
  const { app } = at;
  const { id, path } = await shown(at);
  await end(at, id);
  const wrong = ["?part=3", "?part=0", "?part=99999"].map((query) => path + query);
  for (const one of [...wrong, "/shows/nothing/replay", `/shows/${uuidv7()}/replay`]) {
    equal((await app.guest().get(one)).status, 404, one);
  }
  for (const query of ["?part=", "?part=x", "?t=-1", "?t=1e9", "?t=9999999", "?part=1%00"]) {
    const { status, body } = await app.guest().get<string>(path + query);
    equal(status, 200, query);
    doesNotMatch(body, /#t=/);
  }
}, configuration);

atDesk("of a long chat a replay has so much and no more", async (at) => {
  const { app, database } = at;
  const { id, path } = await shown(at);
  await database.query(
    `insert into messages (id, show_id, person_id, text, created_at)
     select gen_random_uuid(), $1, s.person_id, 'No. ' || n, now() - interval '9 minutes'
     from shows w join sellers s on s.id = w.seller_id, generate_series(1, $2::int) n
     where w.id = $1`,
    [id, replay_messages_max + 1],
  );
  await end(at, id);
  const { body } = await app.guest().get<string>(path);
  equal(body.split("message-text").length - 1, replay_messages_max);
}, configuration);

atDesk("a shop without a media server has no replays", async (at) => {
  const { app } = at;
  const { id, path } = await shown(at);
  await end(at, id);
  equal((await app.guest().get(path)).status, 404);
  doesNotMatch((await app.guest().get<string>(`/shows/${id}`)).body, /\/replay"/);
});
