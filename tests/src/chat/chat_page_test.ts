import { doesNotMatch, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { message_characters_max } from "../../../src/limits.ts";
import { eachDatabase } from "../../support/databases.ts";
import { setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

const english = { "accept-language": "en" };
const htmx = { ...english, "hx-request": "true" };

eachDatabase("without scripts a message leads back to where it was written", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [] });
  const kim = await shop.signedIn();
  const post = (text: string, headers = {}) =>
    kim.submit(`/shows/${showId}/messages`, { text }, { ...english, ...headers });

  const sent = await post("hello");
  equal(sent.status, 303);
  equal(sent.headers.get("location"), `/shows/${showId}#chat`);
  const alone = await post("again", { referer: `${shop.origin}/shows/${showId}/chat` });
  equal(alone.headers.get("location"), `/shows/${showId}/chat`);
  match((await kim.get<string>(`/shows/${showId}`, english)).body, /hello.*again/s);
});

eachDatabase("a refused message stays in its form, with the reason", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [] });
  const kim = await shop.signedIn();
  await shop.change("update shows set slow_mode_seconds = 60");
  const post = (text: string, headers: Record<string, string> = english) =>
    kim.submit(`/shows/${showId}/messages`, { text }, headers);
  await post("first");

  const evil = `"><script>alert(1)</script>`;
  const whole = await post(evil);
  equal(whole.status, 429);
  match(whole.body, /<html/);
  match(whole.body, /role="alert"/);
  match(whole.body, /slow mode/);
  match(whole.body, /name="text" value="&quot;>&lt;script>alert\(1\)&lt;\/script>"/);

  const part = await post("second", htmx);
  equal(part.status, 429);
  doesNotMatch(part.body, /<html/);
  match(part.body, /^<form[^>]*id="chat-form"/);
  match(part.body, /value="second"/);

  const long = "x".repeat(message_characters_max + 1);
  const tooLong = await post(long, htmx);
  equal(tooLong.status, 422);
  match(tooLong.body, new RegExp(`value="${long}"`));
  equal((await post("   ", htmx)).status, 422);

  const alone = await post("third", { ...english, referer: `${shop.origin}/shows/${showId}/chat` });
  equal(alone.status, 429);
  match(alone.body, /chat-alone.*value="third"/s);
});

eachDatabase("with htmx the form is answered empty, for the next message", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [] });
  const kim = await shop.signedIn();
  const { status, body } = await kim.submit(`/shows/${showId}/messages`, { text: "hello" }, htmx);
  equal(status, 200);
  match(body, /^<form[^>]*id="chat-form"/);
  doesNotMatch(body, /hello/);

  const list = await kim.get<string>(`/shows/${showId}/chat`, htmx);
  match(list.body, /^<div class="chat-messages.*hello/s);
});

eachDatabase("a form that is sent twice says it once", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [] });
  const kim = await shop.signedIn();
  const request = uuidv7();
  for (let time = 0; time < 2; time++) {
    equal((await kim.submit(`/shows/${showId}/messages`, { text: "hello", request })).status, 303);
  }
  const changed = await kim.submit(`/shows/${showId}/messages`, { text: "other", request });
  equal(changed.status, 422);
  const { body } = await kim.get<{ total: number }>(`/api/shows/${showId}/messages`);
  equal(body.total, 1);
});

eachDatabase("who may not write is told so", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [] });
  const page = (await shop.guest().get<string>(`/shows/${showId}/chat`, english)).body;
  match(page, /Sign in to chat/);
  equal((await shop.guest().submit(`/shows/${showId}/messages`, { text: "x" }, htmx)).status, 401);
  equal((await shop.guest().submit(`/shows/${showId}/messages`, { text: "x" })).status, 401);

  const kim = await shop.signedIn();
  for (const id of [uuidv7(), "1", "%00"]) {
    equal((await kim.submit(`/shows/${id}/messages`, { text: "x" })).status, 404, id);
  }
  const foreign = await kim.submit(`/shows/${showId}/messages`, { text: "x" }, {
    origin: "https://elsewhere.example",
  });
  equal(foreign.status, 403);
  equal((await kim.submit(`/shows/${showId}/messages`, { text: "x", more: "y" })).status, 422);
  await shop.change("update shows set state = 'ended', ended_at = now()");
  const closed = await kim.submit(`/shows/${showId}/messages`, { text: "x" }, htmx);
  equal(closed.status, 409);
  match(closed.body, /The chat is closed/);
  const { body } = await kim.get<{ total: number }>(`/api/shows/${showId}/messages`);
  equal(body.total, 0);
});
