import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { type InChat, inChat } from "../../support/in_chat.ts";
import type { Person } from "../../support/person.ts";

const english = { "accept-language": "en" };
const htmx = { ...english, "hx-request": "true" };

const moderate = (
  { showId }: InChat,
  who: Person,
  messageId: string,
  fields: Record<string, string>,
  headers: Record<string, string> = english,
) => who.submit(`/shows/${showId}/messages/${messageId}/moderation`, fields, headers);

inChat("who runs the shop finds a menu at each message, and nobody else", async (at) => {
  const { app, kim, seller, moderator, say, showId } = at;
  await say(kim, "hello");
  for (const path of [`/shows/${showId}`, `/shows/${showId}/chat`]) {
    for (const who of [seller, moderator, await app.signedIn({ role: "admin" })]) {
      match((await who.get<string>(path, english)).body, /Moderate the message of Kim/, path);
    }
    for (const who of [kim, app.guest(), await app.signedIn({ role: "seller", name: "Other" })]) {
      doesNotMatch((await who.get<string>(path, english)).body, /moderation/, path);
    }
  }
});

inChat("the page of a show leads its moderators to the console", async (at) => {
  const { kim, moderator, showId } = at;
  const link = `href="/desk/shows/${showId}/air"`;
  equal((await moderator.get<string>(`/shows/${showId}`)).body.includes(link), true);
  equal((await kim.get<string>(`/shows/${showId}`)).body.includes(link), false);
});

inChat("without scripts the menu acts and leads back to where it stands", async (at) => {
  const { kim, seller, say, said, showId, acts } = at;
  const [one, two] = [await say(kim, "one"), await say(kim, "two")];
  const places = [
    `/shows/${showId}#chat`,
    `/shows/${showId}/chat`,
    `/shows/${showId}/messages?still`,
    `/desk/shows/${showId}/air`,
  ];
  for (const from of places) {
    const { status, headers } = await moderate(at, seller, one.id, { act: "delete", from });
    deepEqual([status, headers.get("location")], [303, from]);
  }
  deepEqual((await said()).map(({ text }) => text), ["", "two"]);
  const elsewhere = await moderate(at, seller, two.id, { act: "pin", from: "//evil.example" });
  equal(elsewhere.headers.get("location"), places[0]);
  for (const act of ["mute", "ban"]) {
    equal((await moderate(at, seller, two.id, { act })).headers.get("location"), places[0]);
  }
  deepEqual((await acts()).map(({ verb }) => verb), [
    "delete_message",
    "pin_message",
    "mute",
    "ban",
  ]);
});

inChat("what cannot be done is said on the page that the menu stands on", async (at) => {
  const { kim, lee, app, seller, say, showId, acts } = at;
  const own = await say(seller, "I run this");
  const page = (from: string) => moderate(at, seller, own.id, { act: "ban", from });
  for (
    const [from, mark] of [
      [`/shows/${showId}#chat`, /class="show show-live"/],
      [`/shows/${showId}/chat`, /chat-alone/],
      [`/shows/${showId}/messages?still`, /frame-chat/],
      [`/desk/shows/${showId}/air`, /air-chat/],
    ] as const
  ) {
    const { status, body } = await page(from);
    equal(status, 422, from);
    match(body, mark);
    match(body, /role="alert"/, from);
  }
  const part = await moderate(at, seller, own.id, { act: "ban" }, htmx);
  equal(part.status, 422);
  match(part.body, /^<div class="notice notice-bad"/);
  match((await moderate(at, seller, own.id, { act: "pin" }, htmx)).body, /The message is pinned/);

  const { id } = await say(kim, "hello");
  equal((await moderate(at, lee, id, { act: "delete" })).status, 404);
  equal((await moderate(at, app.guest(), id, { act: "delete" })).status, 401);
  equal((await moderate(at, seller, uuidv7(), { act: "delete" })).status, 404);
  equal((await moderate(at, seller, "1", { act: "delete" })).status, 404);
  equal((await moderate(at, seller, id, { act: "praise" })).status, 422);
  equal((await moderate(at, seller, id, {})).status, 422);
  deepEqual((await acts()).map(({ verb }) => verb), ["pin_message"]);
});

inChat("the frame comes again by itself, newest first, unless it is held still", async (at) => {
  const { app, kim, lee, seller, say, showId, desk } = at;
  const path = `/shows/${showId}/messages`;
  await seller.post(`${desk}/held-words`, { word: "bad" });
  await say(kim, "first");
  await say(lee, "second");
  await say(kim, "bad third");

  const live = await app.guest().get<string>(path, english);
  equal(live.headers.get("refresh"), "5");
  match(live.body, /second.*first/s);
  doesNotMatch(live.body, /third|<form|<script/);
  match((await kim.get<string>(path, english)).body, /bad third.*Only you see this.*second/s);
  doesNotMatch((await lee.get<string>(path)).body, /third/);

  const still = await seller.get<string>(`${path}?still`, english);
  equal(still.headers.get("refresh"), null);
  match(still.body, /Moderate the message of Kim/);
  doesNotMatch((await seller.get<string>(path)).body, /moderation/);
  match(
    (await app.guest().get<string>(`/shows/${showId}`)).body,
    /<noscript><iframe[^>]*messages"/,
  );

  await app.change("update shows set state = 'ended', ended_at = now()");
  equal((await app.guest().get(path)).headers.get("refresh"), null);
  equal((await app.guest().get(`/shows/${uuidv7()}/messages`)).status, 404);
});
