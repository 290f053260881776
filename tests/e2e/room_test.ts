import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { copy } from "../../views/copy/mod.ts";
import type { Live, Toast } from "../../src/room/live_state.ts";
import { orderOne } from "../support/checkout.ts";
import { type Attack, attacks } from "../support/hostile_frames.ts";
import { onEachKeeping } from "../support/keeping.ts";
import { Person } from "../support/person.ts";
import { RawSocket, SlowSocket } from "../support/raw_socket.ts";
import { RoomReader } from "../support/room_reader.ts";
import { setScene } from "../support/scene.ts";
import { ShopProcess } from "../support/shop.ts";
import { stage } from "../support/stage.ts";

Deno.test("an unmodified y-websocket client reads the chat and the live state", async () => {
  const { origin, database } = await stage();
  const { showId, productId, variantIds } = await setScene(database, { stock: [3, 7] });
  const kim = await Person.signedIn(origin, { name: "Kim" });
  await using guest = await new RoomReader(origin, showId).synced();
  await using reader = await new RoomReader(origin, showId, kim).synced();

  const answer = await reader.say("안녕 <b>hi</b>");
  ok("accepted" in answer);
  await guest.reads(({ chat }) => chat.length === 1);
  const [{ id, at: _, ...item }] = guest.chat as [RoomReader["chat"][0]];
  equal(id, answer.id);
  deepEqual(item, {
    n: answer.accepted.n,
    name: "Kim",
    text: "안녕 <b>hi</b>",
  });

  await guest.reads((reader) => reader.state("product").length === 1);
  const [show] = guest.state("show");
  deepEqual([show?.title, show?.state], ["Show", "live"]);
  const [product] = guest.state("product");
  equal(product?.id, productId);
  deepEqual(product?.variants.map(({ id, available }) => [id, available]), [
    [variantIds[0], 3],
    [variantIds[1], 7],
  ]);
});

Deno.test("what is held is seen by everybody, with a newer version", async () => {
  const { origin, database } = await stage();
  const { showId, variantIds } = await setScene(database, { stock: [3] });
  await using guest = await new RoomReader(origin, showId).synced();
  const variant = () => guest.state("product")[0]?.variants[0];
  await guest.reads(() => variant()?.available === 3);
  const before = variant()!.version;
  const kim = await Person.signedIn(origin);
  await kim.post("/api/holds", { variantId: variantIds[0], quantity: 2 });
  await guest.reads(() => variant()?.available === 1);
  ok(variant()!.version > before);
});

Deno.test("how many watch is told once for all, and what was bought by its name", async () => {
  const { origin, database } = await stage();
  const { showId, variantIds } = await setScene(database, { stock: [3] });
  const kim = await Person.signedIn(origin, { name: "Kim" });
  const lee = new Person(origin);
  const { headers } = await lee.get(`/shows/${showId}`);
  match(headers.getSetCookie().join(), /viewer=[0-9a-f-]{36};.*HttpOnly/);
  await using guest = await new RoomReader(origin, showId, lee).synced();
  await using _tab = await new RoomReader(origin, showId, lee).synced();
  const reader = await new RoomReader(origin, showId, kim).synced();
  await guest.reads((reader) => reader.state("viewers")[0]?.now === 2);
  await reader[Symbol.asyncDispose]();
  await guest.reads((reader) => reader.state("viewers")[0]?.now === 1);
  equal(guest.state("viewers")[0]?.peak, 2);

  await orderOne(kim, variantIds[0]);
  await guest.reads((reader) => reader.state("toasts").length === 1);
  const [{ id: _, ...toast }] = guest.state("toasts")[0]!.toasts as [Toast];
  deepEqual(toast, { name: "Kim", product: "Product" });
  const { body } = await new Person(origin).get<string>(`/shows/${showId}`);
  ok(body.includes(copy("ko").show.viewers("1")), "without scripts they are told as well");
});

Deno.test("what is posted without scripts is in the room as well", async () => {
  const { origin, database } = await stage();
  const { showId } = await setScene(database, { stock: [] });
  await using guest = await new RoomReader(origin, showId).synced();
  const kim = await Person.signedIn(origin);
  await kim.submit(`/shows/${showId}/messages`, { text: "by form" });
  await guest.reads(({ texts }) => texts.includes("by form"));
});

Deno.test("guests read, and are told to sign in when they speak", async () => {
  const { origin, database } = await stage();
  const { showId } = await setScene(database, { stock: [] });
  await using guest = await new RoomReader(origin, showId).synced();
  const answer = await guest.say("hello");
  deepEqual(answer, { id: answer.id, refused: { code: "SIGN_IN_REQUIRED" } });
});

Deno.test("a room is the same behind Node's own server", async () => {
  const { database, shop: { options } } = await stage();
  const { showId } = await setScene(database, { stock: [] });
  await using shop = await ShopProcess.open({
    databaseUrl: options.databaseUrl,
    entry: "edge/node.ts",
  });
  const { origin } = shop;
  const kim = await Person.signedIn(origin);
  await using reader = await new RoomReader(origin, showId, kim).synced();
  ok("accepted" in await reader.say("hello"));
  await reader.reads(({ texts }) => texts.includes("hello"));
  await reader.reads((reader) => reader.state("show").length === 1);

  await rejects(new RawSocket(origin, showId, { from: "http://evil.test" }).open);
  for (
    const { what, frames, code, persistent } of attacks({ doc: reader.doc, states: new Map() })
  ) {
    if (persistent) continue;
    await using attacker = new RawSocket(origin, showId, { person: kim });
    await attacker.open;
    for (const frame of frames) attacker.send(frame);
    if (code) equal(await attacker.closed, code, what);
  }
  // A library that reads frames for Node refuses a larger one by itself.
  await using large = new RawSocket(origin, showId);
  await large.open;
  large.send(new Uint8Array(33 * 1024 * 1024));
  equal(await large.closed, 1009);
  deepEqual(reader.closed, []);
});

for (const entry of ["edge/deno.ts", "edge/node.ts"]) {
  Deno.test(`who watches a shop that stops is told to come again (${entry})`, async () => {
    const { database, shop: { options } } = await stage();
    const { showId } = await setScene(database, { stock: [] });
    await using shop = await ShopProcess.open({ databaseUrl: options.databaseUrl, entry });
    await using reader = await new RoomReader(shop.origin, showId).synced();
    await shop.restart("SIGTERM");
    await reader.synced();
    equal(reader.closed[0], 4501);
  });
}

Deno.test("another site's page gets no socket, whoever's cookies it has", async () => {
  const { origin, database } = await stage();
  const { showId } = await setScene(database, { stock: [] });
  const kim = await Person.signedIn(origin);
  for (const from of ["http://evil.test", "null", origin.replace("http", "https")]) {
    await rejects(new RawSocket(origin, showId, { person: kim, from }).open);
  }
  await using own = new RawSocket(origin, showId, { person: kim });
  await own.open;
});

Deno.test("who signs out is let go within five seconds, and reads on as a guest", async () => {
  const { origin, database } = await stage();
  const { showId } = await setScene(database, { stock: [] });
  const kim = await Person.signedIn(origin);
  await using socket = new RawSocket(origin, showId, { person: kim });
  await socket.open;
  await kim.post("/sign-out");
  const timer = Promise.withResolvers<string>();
  const late = setTimeout(() => timer.resolve("late"), 5_000);
  equal(await Promise.race([socket.closed, timer.promise]), 4401);
  clearTimeout(late);

  await using back = await new RoomReader(origin, showId, kim).synced();
  const answer = await back.say("still me?");
  equal("refused" in answer && answer.refused.code, "SIGN_IN_REQUIRED");
});

Deno.test("hostile frames close the socket that sent them, and no other", async () => {
  const { origin, database, shop } = await stage();
  // A callback that found the shop closed, when another test killed it, is no error of this one.
  const before = shop.log.length;
  const { showId } = await setScene(database, { stock: [5] });
  const kim = await Person.signedIn(origin);
  await using honest = await new RoomReader(origin, showId, kim).synced();
  await honest.say("first");
  await honest.reads((reader) => reader.state("product").length === 1);
  const states = new Map(
    [...honest.provider.awareness.getStates()].filter(([, state]) => state.kind),
  ) as Map<number, Live>;
  const large: Attack = { what: "33 MiB", frames: [new Uint8Array(33 * 1024 * 1024)], code: 4409 };
  for (
    const { what, frames, code, persistent } of [...attacks({ doc: honest.doc, states }), large]
  ) {
    await using attacker = new RawSocket(origin, showId, { person: kim });
    await attacker.open;
    for (const frame of frames) attacker.send(frame);
    if (persistent) await attacker.persist(frames[0]!);
    if (code) equal(await attacker.closed, code, what);
  }
  deepEqual(honest.closed, []);
  const answer = await honest.say("last");
  ok("accepted" in answer);
  await using fresh = await new RoomReader(origin, showId).synced();
  deepEqual(fresh.texts, ["first", "last"]);
  deepEqual(shop.log.slice(before).filter((line) => /"level":"error"/.test(line)), []);
});

Deno.test("who does not read is let go with a code, and others read on", async () => {
  const { origin, database } = await stage();
  const { showId, variantIds } = await setScene(database, { stock: Array(1_000).fill(5) });
  await using guest = await new RoomReader(origin, showId).synced();
  const left = () => guest.state("product")[0]?.variants[0]?.available;
  await guest.reads(() => left() === 5);
  using slow = await SlowSocket.open(origin, showId);
  const kim = await Person.signedIn(origin);
  // More than a connection holds: each change sends the product with all its variants.
  for (let round = 0; round < 20; round++) {
    const hold = await kim.post("/api/holds", { variantId: variantIds[0], quantity: 1 });
    await guest.reads(() => left() === 4);
    await kim.delete(`/api/holds/${hold.body.id}`);
    await guest.reads(() => left() === 5);
  }
  equal(await slow.readToClose(), 4508);
  deepEqual(guest.closed, []);
  await kim.post(`/api/shows/${showId}/messages`, { id: uuidv7(), text: "hello" });
  await guest.reads(({ texts }) => texts.includes("hello"));
});

const talkers = 8;
const words = 18;
/** How many acknowledgements the shop lives to give, each time. */
const lives = [20, 50];

onEachKeeping("a room killed while people talk keeps what it acknowledged", async (keeping) => {
  const { showId } = await keeping.reach((database) => setScene(database, { stock: [] }));
  await using shop = await ShopProcess.open(keeping.options);
  const people = await Promise.all(
    Array.from({ length: talkers }, () => Person.signedIn(shop.origin)),
  );
  const readers = people.map((person) => new RoomReader(shop.origin, showId, person));
  const acknowledged = new Map<string, number>();
  let reach = 0;
  let reached = () => {};
  const talking = Promise.all(readers.map(async (reader, who) => {
    for (let word = 0; word < words; word++) {
      const answer = await reader.sayForSure(`${who} ${word}`);
      ok("accepted" in answer, JSON.stringify(answer));
      acknowledged.set(answer.id, answer.accepted.n!);
      if (acknowledged.size >= reach) reached();
    }
  }));
  for (const life of lives) {
    reach = acknowledged.size + life;
    await new Promise<void>((resolve) => reached = resolve);
    await shop.kill();
    await shop.start();
  }
  await talking;

  await using fresh = await new RoomReader(shop.origin, showId).synced();
  await fresh.reads(({ chat }) => chat.at(-1)?.n === Math.max(...acknowledged.values()));
  for (const reader of readers) await reader.reads(({ chat }) => chat.at(-1)?.n === lastOf(fresh));
  for (const reader of readers) deepEqual(reader.chat.slice(-100), fresh.chat.slice(-100));
  for (const reader of readers) await reader[Symbol.asyncDispose]();
  const seen = fresh.chat.map(({ id, n }) => ({ id, n }));
  await shop.kill("SIGTERM");

  const archive = await keeping.reach((database) =>
    database.query<{ id: string; n: number }>(
      "select id, place::int as n from messages order by place",
    )
  );
  equal(archive.length, talkers * words);
  deepEqual(archive.map(({ id, n }) => [id, n]), [...acknowledged].sort(([, n], [, m]) => n - m));
  deepEqual(seen, archive.slice(-100));
});

const lastOf = ({ chat }: RoomReader) => chat.at(-1)?.n;
