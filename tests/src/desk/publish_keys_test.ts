import { deepEqual, doesNotMatch, equal, match, notEqual } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { atDesk } from "../../support/desk.ts";
import { codeOf } from "../../support/in_shop.ts";
import { media } from "../../support/media.ts";

const configuration = { media };
/** What encoders call the stream key, as it stands on a page. */
const streamOn = (page: string) =>
  page.match(/class="copy-text">([0-9a-f-]{36}\?key=[\w-]{43})</)?.[1];

atDesk("a stream key is shown once, by the form that made it, with a QR code", async (at) => {
  const { seller, makeShow } = at;
  const { id } = await makeShow();
  const path = `/desk/shows/${id}`;
  const before = (await seller.get<string>(path)).body;
  match(before, /rtmp:\/\/media\.test\/live/);
  match(before, /None yet/);

  const request = uuidv7();
  const made = await seller.submit(`${path}/publish-keys`, { request });
  equal(made.status, 200);
  equal(made.headers.get("cache-control"), "no-store");
  const stream = streamOn(made.body);
  match(stream ?? "", new RegExp(`^${id}`));
  match(made.body, /<svg class="qr"/);
  equal(streamOn((await seller.submit(`${path}/publish-keys`, { request })).body), stream);

  const after = (await seller.get<string>(path)).body;
  doesNotMatch(after, /key=/);
  match(after, /Replace the stream key/);
  notEqual(streamOn((await seller.submit(`${path}/publish-keys`, {})).body), stream);
}, configuration);

atDesk("the key is in no log line and in no address", async ({ app, seller, makeShow }) => {
  const { id } = await makeShow();
  const { body } = await seller.post(`/api/desk/shows/${id}/publish-keys`);
  const { headers } = await seller.submit(`/desk/shows/${id}/publish-keys`, {});
  equal(headers.get("location"), null);
  doesNotMatch(JSON.stringify(app.log), new RegExp(String(body.key)));
  doesNotMatch(JSON.stringify(app.log), /key=/);
}, configuration);

atDesk("the API tells server, stream and key to the show's seller alone", async (at) => {
  const { app, seller, makeShow, shopper, scene } = at;
  const { id } = await makeShow();
  const { status, body } = await seller.post(`/api/desk/shows/${id}/publish-keys`);
  equal(status, 201);
  deepEqual(body, {
    server: media.publishUrl,
    stream: `${id}?key=${body.key}`,
    key: body.key,
  });
  for (const who of [await shopper(), await app.signedIn({ role: "seller" })]) {
    equal((await who.post(`/api/desk/shows/${id}/publish-keys`)).status, 404);
    equal((await who.submit(`/desk/shows/${id}/publish-keys`, {})).status, 404);
  }
  equal((await seller.post(`/api/desk/shows/${scene.showId}/publish-keys`)).status, 404);
}, configuration);

atDesk("a show that is over gets no key, and its page speaks of no encoder", async (at) => {
  const { seller, makeShow } = at;
  const { id } = await makeShow();
  await seller.post(`/api/desk/shows/${id}/cancellation`);
  const refused = await seller.post(`/api/desk/shows/${id}/publish-keys`);
  deepEqual([refused.status, codeOf(refused)], [409, "SHOW_STATE"]);
  const page = await seller.submit(`/desk/shows/${id}/publish-keys`, {});
  equal(page.status, 409);
  doesNotMatch(page.body, /id="encoder"/);
}, configuration);

atDesk("the desk says how it stands with the picture", async ({ app, seller, makeShow }) => {
  const { id } = await makeShow();
  await seller.post(`/api/desk/shows/${id}/airing`);
  const said = async (path: string) => (await seller.get<string>(path)).body;
  const pages = [`/desk/shows/${id}`, `/desk/shows/${id}/air`];
  for (const path of pages) match(await said(path), /id="signal".*No picture yet/s);
  await app.change(
    `insert into signals (show_id, state, client_id, server_id, service_id, turn, came_at)
     values ($1, 'on', 'c', 's', 's', 1, now())`,
    [id],
  );
  for (const path of pages) match(await said(path), /id="signal".*The picture arrives/s);
}, configuration);

atDesk("a shop without a media server has no encoder to set", async ({ seller, makeShow }) => {
  const { id } = await makeShow();
  doesNotMatch((await seller.get<string>(`/desk/shows/${id}`)).body, /id="(encoder|signal)"/);
  const refused = await seller.post(`/api/desk/shows/${id}/publish-keys`);
  deepEqual([refused.status, codeOf(refused)], [503, "UNAVAILABLE"]);
});
