import { deepEqual, equal, match, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import {
  message_characters_max,
  messages_on_joining,
  messages_per_person,
} from "../../../src/limits.ts";
import type { Database } from "../../../src/platform.ts";
import { eachDatabase, onPostgres } from "../../support/databases.ts";
import type { Person } from "../../support/person.ts";
import { setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

interface Message {
  id: string;
  n: number;
  name: string;
  text: string;
  at: string;
  fromSeller: boolean;
}

interface Refused {
  code: string;
  state?: string;
  retryAfterMs?: number;
  fields?: { field: string; rule: string }[];
}

const say = (person: Person, showId: string, text: string, id = uuidv7(), key = uuidv7()) =>
  person.post<Message & Refused>(`/api/shows/${showId}/messages`, { id, text }, key);

const said = async (shop: TestApp, showId: string) =>
  (await shop.guest().get<{ items: Message[] }>(`/api/shows/${showId}/messages`)).body.items;

async function count(database: Database, table: "messages" | "outbox"): Promise<number> {
  const where = table === "outbox" ? "where topic = 'message'" : "";
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count from ${table} ${where}`,
  );
  return row!.count;
}

eachDatabase(
  "what is said is read by everybody, with a name and nothing else about a person",
  async (database) => {
    await using shop = new TestApp(database);
    const { showId, ownerId } = await setScene(database, { stock: [] });
    const kim = await shop.signedIn({ name: "Kim", email: "kim@example.com" });
    const id = uuidv7();
    const { status, body } = await say(kim, showId, "  안녕 <b>hi</b>\u0000\r\nthere ", id);
    equal(status, 201);
    const { at, ...rest } = body;
    match(at, /^\d{4}-\d\d-\d\dT.*Z$/);
    const message = {
      id,
      n: body.n,
      kind: "said",
      name: "Kim",
      text: "안녕 <b>hi</b> there",
      fromSeller: false,
      heldBack: false,
    };
    deepEqual(rest, message);

    const items = await said(shop, showId);
    deepEqual(items, [{ ...message, at, deleted: false }]);
    for (const path of [`/shows/${showId}`, `/shows/${showId}/chat`]) {
      const page = (await shop.guest().get<string>(path)).body;
      match(page, /안녕 &lt;b>hi&lt;\/b> there/);
      ok(!page.includes("kim@example.com"));
    }

    await shop.change("update shows set seller_id = seller_id");
    await shop.change(
      "insert into messages (id, show_id, person_id, text) values ($1, $2, $3, 'Welcome')",
      [uuidv7(), showId, ownerId],
    );
    equal((await said(shop, showId))[1]?.fromSeller, true);
    await shop.change("update messages set deleted_at = now() where text = 'Welcome'");
    equal((await said(shop, showId))[1]?.text, "");
  },
);

eachDatabase("a message that is sent again is said once", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [] });
  const [kim, lee] = [await shop.signedIn(), await shop.signedIn()];
  const [id, key] = [uuidv7(), uuidv7()];
  const first = await say(kim, showId, "hello", id, key);
  for (const again of [key, uuidv7()]) {
    const { status, body } = await say(kim, showId, "hello", id, again);
    deepEqual([status, body], [201, first.body]);
  }
  const mismatches = [
    await say(kim, showId, "other", id, key),
    await say(kim, showId, "other", id),
    await say(kim, showId, "hello", uuidv7(), key),
    await say(lee, showId, "hello", id),
  ];
  for (const { status, body } of mismatches) {
    deepEqual([status, body.code], [422, "IDEMPOTENCY_MISMATCH"]);
  }
  deepEqual([await count(database, "messages"), await count(database, "outbox")], [1, 1]);
});

eachDatabase(
  "somebody says so much in a while, however often they are refused",
  async (database) => {
    await using shop = new TestApp(database);
    const { showId } = await setScene(database, { stock: [] });
    const other = await setScene(database, { stock: [] });
    const [kim, lee] = [await shop.signedIn(), await shop.signedIn()];
    for (let n = 0; n < messages_per_person; n++) {
      equal((await say(kim, n % 2 ? showId : other.showId, `${n}`)).status, 201);
    }
    const id = uuidv7();
    const { status, headers, body } = await say(kim, showId, "one more", id);
    deepEqual([status, body.code], [429, "RATE_LIMITED"]);
    ok(body.retryAfterMs! > 0 && body.retryAfterMs! <= 10_000);
    ok(Number(headers.get("retry-after")) >= 1);
    equal((await say(lee, showId, "me, too")).status, 201);

    await database.query("update messages set created_at = created_at - interval '10 s'");
    equal((await say(kim, showId, "one more", id)).status, 201);
  },
);

eachDatabase(
  "in slow mode each waits for their turn, and the seller for none",
  async (database) => {
    await using shop = new TestApp(database);
    const seller = await shop.signedIn({ role: "seller" });
    const { showId } = await setScene(database, { stock: [] });
    const kim = await shop.signedIn();
    await shop.change(
      `update shows set slow_mode_seconds = 30, seller_id = (
       select id from sellers where name <> 'Maru')`,
    );
    equal((await say(kim, showId, "one")).status, 201);
    const { status, body } = await say(kim, showId, "two");
    deepEqual([status, body.code], [429, "SLOW_MODE"]);
    ok(body.retryAfterMs! > 10_000 && body.retryAfterMs! <= 30_000);
    equal((await say(await shop.signedIn(), showId, "somebody else")).status, 201);
    for (const text of ["one", "two"]) equal((await say(seller, showId, text)).status, 201);

    await database.query("update messages set created_at = created_at - interval '30 s'");
    equal((await say(kim, showId, "two")).status, 201);
  },
);

eachDatabase("a chat is open before and during its show, and closed after", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [] });
  const kim = await shop.signedIn();
  for (
    const [state, status] of [["scheduled", 201], ["live", 201], ["ended", 409], [
      "cancelled",
      409,
    ]] as const
  ) {
    await shop.change("update shows set state = $1", [state]);
    const answer = await say(kim, showId, state);
    deepEqual([answer.status, answer.body.state], [status, status === 409 ? state : undefined]);
  }
  equal((await said(shop, showId)).length, 2);

  await shop.change("update sellers set approved_at = null where name = 'Maru'");
  equal((await say(kim, showId, "anybody?")).status, 404);
  equal((await say(kim, uuidv7(), "anybody?")).status, 404);
  equal((await say(shop.guest(), showId, "anybody?")).status, 401);
});

eachDatabase("a message is some visible text of a bounded length", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [] });
  const kim = await shop.signedIn();
  const path = `/api/shows/${showId}/messages`;
  const id = uuidv7();
  const rule = async (text: unknown) => {
    const { status, body } = await kim.post<Refused>(path, { id: uuidv7(), text });
    return status === 201
      ? undefined
      : `${status} ${body.fields?.[0]?.field} ${body.fields?.[0]?.rule}`;
  };
  const most = message_characters_max;
  equal(await rule("x".repeat(most)), undefined);
  equal(await rule("🧶".repeat(most)), undefined);
  equal(await rule("x".repeat(most + 1)), `422 text tooLong:${most}`);
  for (const nothing of ["", "   ", "\n\t", "\u200b\u2060", "\u0000"]) {
    equal(await rule(nothing), "422 text required", JSON.stringify(nothing));
  }
  equal(await rule("\ud800"), undefined);
  equal(await rule(1), "422 text invalid");
  equal(await rule(undefined), "422 text required");
  for (const body of [{ id, text: "a", name: "Queen" }, { text: "a" }, { id: "1", text: "a" }]) {
    equal((await kim.post(path, body)).status, 422, JSON.stringify(body));
  }
});

eachDatabase("whoever joins reads the last messages, oldest first", async (database) => {
  await using shop = new TestApp(database);
  const { showId, ownerId } = await setScene(database, { stock: [] });
  await shop.change(
    `insert into messages (id, show_id, person_id, text)
     select gen_random_uuid(), $1, $2, n::text from generate_series(1, $3::int) n`,
    [showId, ownerId, messages_on_joining + 2],
  );
  const items = await said(shop, showId);
  equal(items.length, messages_on_joining);
  deepEqual([items[0]?.text, items.at(-1)?.text], ["3", String(messages_on_joining + 2)]);
});

onPostgres("all of somebody's devices at once say no more than one", async ({ database }) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [] });
  const kim = await shop.signedIn();
  const answers = await Promise.all(
    Array.from({ length: messages_per_person * 3 }, (_, n) => say(kim, showId, `${n}`)),
  );
  const granted = answers.filter(({ status }) => status === 201);
  equal(granted.length, messages_per_person);
  ok(answers.every(({ status }) => status === 201 || status === 429));
  equal(await count(database, "messages"), messages_per_person);

  await database.query("update messages set created_at = created_at - interval '10 s'");
  const id = uuidv7();
  const replies = await Promise.all(Array.from({ length: 8 }, () => say(kim, showId, "once", id)));
  deepEqual(new Set(replies.map(({ status }) => status)), new Set([201]));
  equal(await count(database, "messages"), messages_per_person + 1);
});
