import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { held_words_per_seller, messages_per_person } from "../../../src/limits.ts";
import { onPostgres } from "../../support/databases.ts";
import type { Person } from "../../support/person.ts";
import { inChat, onChat } from "../../support/in_chat.ts";

inChat("a message that is deleted is read by nobody, and kept in the archive", async (at) => {
  const { database, kim, seller, say, said, desk, acts } = at;
  const { id } = await say(kim, "rude words");
  await say(kim, "kind words");
  const gone = await seller.delete(`${desk}/messages/${id}`);
  deepEqual([gone.status, gone.body], [200, { id, deleted: true }]);
  deepEqual((await said()).map(({ text }) => text), ["", "kind words"]);

  const [kept] = await database.query("select text from messages where deleted_at is not null");
  deepEqual(kept, { text: "rude words" });
  deepEqual(await acts(), [{ verb: "delete_message", text: "rude words" }]);

  equal((await seller.delete(`${desk}/messages/${id}`)).status, 200);
  equal((await acts()).length, 1);
  equal((await seller.delete(`${desk}/messages/${uuidv7()}`)).status, 404);
});

inChat("who is muted says nothing for a while, in none of the shop's chats", async (at) => {
  const { database, kim, lee, seller, tryToSay, say, desk, acts } = at;
  const { id } = await say(kim, "first");
  const muted = await seller.post(`${desk}/mutes`, { messageId: id, minutes: 5 });
  equal(muted.status, 201);
  deepEqual([muted.body.name, Date.parse(String(muted.body.until)) > Date.now()], ["Kim", true]);

  const refused = await tryToSay(kim, "second");
  deepEqual([refused.status, refused.body.code], [403, "MUTED"]);
  ok(Number(refused.body.retryAfterMs) > 290_000 && Number(refused.body.retryAfterMs) <= 300_000);
  equal((await tryToSay(lee, "somebody else")).status, 201);
  deepEqual(await acts(), [{ verb: "mute", text: "first" }]);

  await database.query("update mutes set until = now()");
  equal((await tryToSay(kim, "second")).status, 201);

  await seller.post(`${desk}/mutes`, { messageId: id });
  equal((await tryToSay(kim, "third")).status, 403);
  equal((await seller.delete(`${desk}/mutes/${muted.body.personId}`)).status, 200);
  equal((await tryToSay(kim, "third")).status, 201);
  equal((await seller.delete(`${desk}/mutes/${muted.body.personId}`)).status, 404);
});

inChat("who is banned says nothing until it is taken back", async (at) => {
  const { kim, seller, tryToSay, say, desk, acts } = at;
  const { id } = await say(kim, "first");
  const banned = await seller.post(`${desk}/bans`, { messageId: id });
  deepEqual([banned.status, banned.body.until], [201, null]);
  const { status, body } = await tryToSay(kim, "second");
  deepEqual([status, body.code], [403, "BANNED"]);
  equal((await seller.post(`${desk}/bans`, { messageId: id })).status, 201);
  equal((await seller.delete(`${desk}/bans/${banned.body.personId}`)).status, 200);
  equal((await tryToSay(kim, "second")).status, 201);
  deepEqual((await acts()).map(({ verb }) => verb), ["ban", "unban"]);
});

inChat("another shop's mutes and bans are its own", async (at) => {
  const { app, database, kim, tryToSay, showId } = at;
  await app.signedIn({ role: "seller", name: "Other" });
  await database.query(
    `insert into bans (seller_id, person_id) select s.id, p.id from sellers s, people p
     where s.id <> (select seller_id from shows where id = $1) and p.display_name = 'Kim'`,
    [showId],
  );
  equal((await tryToSay(kim, "hello")).status, 201);
});

inChat("a message with a held word waits for a moderator, and then is the newest", async (at) => {
  const { database, kim, lee, seller, say, said, desk, acts } = at;
  deepEqual((await seller.post(`${desk}/held-words`, { word: " ＢＡＤ " })).body, { word: "bad" });
  deepEqual((await seller.get(`${desk}/held-words`)).body.items, [{ word: "bad" }]);

  const held = await say(kim, "so bAd");
  equal(held.heldBack, true);
  equal((await say(seller, "bad is what I say")).heldBack, false);
  const later = await say(lee, "lovely");
  deepEqual((await said()).map(({ text }) => text), ["bad is what I say", "lovely"]);
  const [news] = await database.query<{ count: number }>(
    "select count(*)::int as count from outbox where topic = 'message'",
  );
  equal(news?.count, 2);

  equal((await seller.put(`${desk}/pinned-message`, { messageId: held.id })).status, 404);
  const out = await seller.post(`${desk}/messages/${held.id}/release`);
  equal(out.status, 201);
  ok(Number(out.body.n) > later.n);
  equal((await said()).at(-1)?.text, "so bAd");
  equal((await seller.post(`${desk}/messages/${held.id}/release`)).status, 404);

  equal((await seller.delete(`${desk}/held-words/bad`)).status, 200);
  equal((await say(kim, "not bad")).heldBack, false);
  deepEqual((await acts()).map(({ verb }) => verb), [
    "hold_word",
    "hold_back",
    "release_message",
    "free_word",
  ]);
});

inChat("there are so many held words, each so long", async ({ database, seller, desk }) => {
  const add = (word: unknown) => seller.post(`${desk}/held-words`, { word });
  for (const word of ["", " ", "x".repeat(41), "㎏".repeat(21), 1]) {
    equal((await add(word)).status, 422, String(word));
  }
  equal((await add("㎏".repeat(20))).status, 201);
  await database.query(
    `insert into held_words (seller_id, word)
     select seller_id, n::text from held_words, generate_series(2, $1::int) n`,
    [held_words_per_seller],
  );
  equal((await add("one more")).body.code, "INVALID");
});

inChat("one message is pinned, until it is deleted or another is", async (at) => {
  const { app, kim, seller, say, desk, showId, acts } = at;
  const pinned = async () =>
    (await app.guest().get<{ pinned: { text: string } | null }>(`/api/shows/${showId}`)).body
      .pinned?.text;
  const [one, two] = [await say(kim, "one"), await say(kim, "two")];
  const pin = (messageId: string) => seller.put(`${desk}/pinned-message`, { messageId });
  equal((await pin(one.id)).status, 200);
  equal(await pinned(), "one");
  deepEqual((await pin(two.id)).body, { pinnedMessageId: two.id });
  equal(await pinned(), "two");
  equal((await seller.delete(`${desk}/messages/${two.id}`)).status, 200);
  equal(await pinned(), undefined);
  equal((await pin(two.id)).status, 404);

  await pin(one.id);
  deepEqual((await seller.delete(`${desk}/pinned-message`)).body, { pinnedMessageId: null });
  equal(await pinned(), undefined);
  equal((await seller.delete(`${desk}/pinned-message`)).status, 200);
  deepEqual((await acts()).map(({ verb }) => verb), [
    "pin_message",
    "pin_message",
    "delete_message",
    "pin_message",
    "unpin_message",
  ]);
});

inChat("slow mode is set within its bounds, and holds nobody up who runs the shop", async (at) => {
  const { kim, seller, moderator, tryToSay, say, desk, acts } = at;
  const slow = (seconds: unknown) => seller.put(`${desk}/slow-mode`, { seconds });
  for (const wrong of [-1, 121, 1.5, "5"]) equal((await slow(wrong)).status, 422, String(wrong));
  deepEqual((await slow(120)).body, { slowModeSeconds: 120 });
  await say(kim, "one");
  equal((await tryToSay(kim, "two")).body.code, "SLOW_MODE");
  for (const who of [seller, moderator]) for (const text of ["one", "two"]) await say(who, text);
  await slow(120);
  deepEqual((await slow(0)).body, { slowModeSeconds: 0 });
  await say(kim, "two");
  deepEqual((await acts()).map(({ verb }) => verb), ["slow_mode", "slow_mode"]);
});

inChat("an announcement stands out, keeps no pace and is made once", async (at) => {
  const { database, seller, say, said, desk, acts } = at;
  for (let n = 0; n < messages_per_person; n++) await say(seller, `${n}`);
  const [message, key] = [{ id: uuidv7(), text: "Two for one" }, uuidv7()];
  for (let time = 0; time < 2; time++) {
    const { status, body } = await seller.post(`${desk}/announcements`, message, key);
    deepEqual([status, body.kind, body.fromSeller], [201, "announced", true]);
  }
  equal((await seller.post(`${desk}/announcements`, message)).status, 422);
  deepEqual((await said()).at(-1)?.kind, "announced");
  deepEqual(await acts(), [{ verb: "announce", text: "Two for one" }]);

  await database.query("update shows set state = 'ended', ended_at = now()");
  const late = await seller.post(`${desk}/announcements`, { id: uuidv7(), text: "Bye" });
  deepEqual([late.status, late.body.state], [409, "ended"]);
});

/** Everything that a moderator can do, by somebody, about a message. */
function everyAct(who: Person, desk: string, messageId: string) {
  return {
    pin: () => who.put(`${desk}/pinned-message`, { messageId }),
    unpin: () => who.delete(`${desk}/pinned-message`),
    announce: () => who.post(`${desk}/announcements`, { id: uuidv7(), text: "Hear" }),
    slow: () => who.put(`${desk}/slow-mode`, { seconds: 0 }),
    "hold a word": () => who.post(`${desk}/held-words`, { word: "bad" }),
    "list words": () => who.get(`${desk}/held-words`),
    "free a word": () => who.delete(`${desk}/held-words/bad`),
    mute: () => who.post(`${desk}/mutes`, { messageId }),
    ban: () => who.post(`${desk}/bans`, { messageId }),
    delete: () => who.delete(`${desk}/messages/${messageId}`),
  };
}

inChat("the seller, their moderators and admins moderate, and nobody else", async (at) => {
  const { app, kim, seller, moderator, say, desk, acts } = at;
  const others = [
    kim,
    app.guest(),
    await app.signedIn({ role: "seller", name: "Other" }),
  ];
  const { id } = await say(kim, "hello");
  for (const who of others) {
    const status = who === others[1] ? 401 : 404;
    for (const [name, act] of Object.entries(everyAct(who, desk, id))) {
      equal((await act()).status, status, name);
    }
  }
  deepEqual(await acts(), []);
  const admin = await app.signedIn({ role: "admin" });
  for (const who of [seller, moderator, admin]) {
    for (const [name, act] of Object.entries(everyAct(who, desk, id))) {
      ok((await act()).status < 300, name);
    }
    await app.change("update messages set deleted_at = null");
  }
});

inChat("a moderator of another shop moderates nothing here", async (at) => {
  const { app, database, moderator, kim, say, desk } = at;
  await app.signedIn({ role: "seller", name: "Other" });
  await database.query(
    `update moderators set seller_id = (
       select id from sellers where id <> seller_id order by created_at desc limit 1)`,
  );
  const { id } = await say(kim, "hello");
  for (const [name, act] of Object.entries(everyAct(moderator, desk, id))) {
    equal((await act()).status, 404, name);
  }
});

inChat("who runs the shop is neither muted nor banned", async (at) => {
  const { app, seller, moderator, tryToSay, say, desk } = at;
  for (const who of [seller, moderator, await app.signedIn({ role: "admin" })]) {
    const { id: messageId } = await say(who, "I run this");
    for (const what of ["mutes", "bans"]) {
      const { status, body } = await moderator.post(`${desk}/${what}`, { messageId });
      deepEqual([status, body.code], [422, "INVALID"]);
    }
    equal((await tryToSay(who, "still here")).status, 201);
  }
});

inChat("an act that is sent again is done once, and other content is refused", async (at) => {
  const { kim, seller, say, desk, acts } = at;
  const { id: messageId } = await say(kim, "hello");
  const key = uuidv7();
  const mute = (minutes: number) => seller.post(`${desk}/mutes`, { messageId, minutes }, key);
  deepEqual((await mute(5)).body, (await mute(5)).body);
  equal((await mute(6)).body.code, "IDEMPOTENCY_MISMATCH");
  equal((await acts()).length, 1);
  for (const minutes of [0, 1441, 1.5]) {
    equal((await seller.post(`${desk}/mutes`, { messageId, minutes })).status, 422);
  }
});

onPostgres("moderators who act at once leave one row an act", async ({ database }) => {
  await onChat(database, async ({ kim, seller, moderator, say, desk, acts }) => {
    const { id } = await say(kim, "rude");
    const answers = await Promise.all(
      Array.from(
        { length: 16 },
        (_, n) => (n % 2 ? seller : moderator).delete(`${desk}/messages/${id}`),
      ),
    );
    deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    deepEqual(await acts(), [{ verb: "delete_message", text: "rude" }]);
  });
});
