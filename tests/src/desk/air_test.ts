import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { type InChat, inChat } from "../../support/in_chat.ts";
import type { Person } from "../../support/person.ts";

const english = { "accept-language": "en" };

const airOf = ({ showId }: InChat) => `/desk/shows/${showId}/air`;
const see = async (at: InChat, who: Person) => (await who.get<string>(airOf(at), english)).body;
const send = (at: InChat, who: Person, form: string, fields: Record<string, string>) =>
  who.submit(`${airOf(at)}/${form}`, fields, english);

inChat("the console is for who runs the shop", async (at) => {
  const { app, kim, seller, moderator } = at;
  for (const who of [seller, moderator, await app.signedIn({ role: "admin" })]) {
    equal((await who.get(airOf(at))).status, 200);
  }
  const other = await app.signedIn({ role: "seller", name: "Other" });
  for (const who of [kim, other]) {
    equal((await who.get(airOf(at))).status, 404);
    equal((await send(at, who, "slow-mode", { seconds: "5" })).status, 404);
  }
  const guest = await app.guest().get(airOf(at));
  match(guest.headers.get("location")!, /^\/sign-in\?from=/);
});

inChat("the console shows all that moves, and leads to what the shop owns", async (at) => {
  const { database, kim, seller, moderator, say, desk } = at;
  await database.query("update products set seller_id = (select seller_id from shows limit 1)");
  await seller.post(`${desk}/held-words`, { word: "bad" });
  await say(kim, "bad words");
  const { id } = await say(kim, "good words");
  await seller.post(`${desk}/mutes`, { messageId: id });
  await seller.post(`${desk}/bans`, { messageId: id });
  await seller.put(`${desk}/pinned-message`, { messageId: id });
  await seller.put(`${desk}/slow-mode`, { seconds: 42 });

  for (const who of [seller, moderator]) {
    const page = await see(at, who);
    match(page, /id="held-back".*bad words.*Let it out/s);
    match(page, /id="chat-pinned".*good words/s);
    match(page, /id="silenced".*Kim.*banned.*Kim.*muted until/s);
    match(page, /value="42" selected/);
    match(page, /Remove bad/);
    match(page, /id="goods-list".*Product.*desk-units[^>]*>5</s);
    equal(/featured-product/.test(page), who === seller);
    doesNotMatch(page, /@example/);
  }
});

inChat("everything on the console works by its forms", async (at) => {
  const { kim, seller, moderator, say, said, tryToSay, acts } = at;
  const { id } = await say(kim, "hello");
  const done = async (form: string, fields: Record<string, string>, word: string) => {
    const { status, headers } = await send(at, moderator, form, fields);
    deepEqual([status, headers.get("location")], [303, `${airOf(at)}?done=${word}`], form);
  };
  await done("announcements", { text: "Two for one" }, "announced");
  equal((await said()).at(-1)?.kind, "announced");
  await done("slow-mode", { seconds: "30" }, "slow");
  equal((await tryToSay(kim, "again")).body.code, "SLOW_MODE");
  await done("slow-mode", { seconds: "0" }, "slow");
  await done("held-words", { word: "bad" }, "word");
  equal((await say(kim, "bad")).heldBack, true);
  await done("held-word-removal", { word: "bad" }, "word");
  await done("pin-removal", {}, "unpinned");
  const act = (act: string) =>
    moderator.submit(`/shows/${at.showId}/messages/${id}/moderation`, { act, from: airOf(at) });
  await act("mute");
  await act("ban");
  equal((await tryToSay(kim, "again")).body.code, "BANNED");
  const page = await see(at, seller);
  const [, personId = ""] = page.match(/name="personId" value="([^"]+)"/) ?? [];
  await done("ban-removal", { personId }, "unsilenced");
  await done("mute-removal", { personId }, "unsilenced");
  equal((await tryToSay(kim, "again")).status, 201);
  equal((await acts()).length, 10);
});

inChat("a form of the console that is refused keeps what was typed", async (at) => {
  const { app, seller } = at;
  const long = await send(at, seller, "held-words", { word: "x".repeat(41) });
  equal(long.status, 422);
  match(long.body, /value="x{41}"/);
  match(long.body, /At most 40 characters/);
  equal((await send(at, seller, "slow-mode", { seconds: "121" })).status, 422);
  equal((await send(at, seller, "announcements", { text: " " })).status, 422);

  await app.change("update shows set state = 'ended', ended_at = now()");
  const late = await send(at, seller, "announcements", { text: "Bye" });
  equal(late.status, 409);
  match(late.body, /has ended/);
});

inChat("desk and today lead to the console of a show on air", async (at) => {
  const { seller, showId } = at;
  for (const path of ["/desk", `/desk/shows/${showId}`]) {
    match((await seller.get<string>(path)).body, new RegExp(`href="/desk/shows/${showId}/air"`));
  }
});
