import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Live } from "../../../src/room/live_state.ts";
import { copy } from "../../../views/copy/mod.ts";
import { orderOne } from "../../support/checkout.ts";
import { attacks } from "../../support/hostile_frames.ts";
import { inWorker } from "../../support/in_worker.ts";
import { Person } from "../../support/person.ts";
import { RawSocket } from "../../support/raw_socket.ts";
import { RoomReader } from "../../support/room_reader.ts";
import { setScene } from "../../support/scene.ts";

inWorker(
  "what is said by form, API and socket is read by an unmodified y-websocket client",
  async ({ shop: { origin }, database }) => {
    const { showId } = await setScene(database, { stock: [] });
    const kim = await Person.signedIn(origin, { name: "Kim" });
    await using guest = await new RoomReader(origin, showId).synced();
    await using reader = await new RoomReader(origin, showId, kim).synced();

    equal((await kim.submit(`/shows/${showId}/messages`, { text: "by form" })).status, 303);
    const id = uuidv7();
    const posted = await kim.post(`/api/shows/${showId}/messages`, { id, text: "by API" });
    equal(posted.status, 201);
    const answer = await reader.say("by socket");
    ok("accepted" in answer, JSON.stringify(answer));
    for (const one of [guest, reader]) {
      await one.reads(({ texts }) => texts.length === 3);
      deepEqual(one.texts, ["by form", "by API", "by socket"]);
      deepEqual(one.chat.at(-1)!.name, "Kim");
    }

    const again = await reader.say("by API", id);
    deepEqual(again, { id, accepted: { n: posted.body.n } });
    const refused = await guest.say("hello");
    equal("refused" in refused && refused.refused.code, "SIGN_IN_REQUIRED");
    const elsewhere = await kim.post(`/api/shows/${uuidv7()}/messages`, {
      id: uuidv7(),
      text: "?",
    });
    equal(elsewhere.body.code, "NOT_YOURS");
  },
);

inWorker("stock, viewers and purchases are told while a show is live", async (at) => {
  const { shop: { origin }, database } = at;
  const { showId, variantIds } = await setScene(database, { stock: [3] });
  const [kim, lee] = [await Person.signedIn(origin, { name: "Kim" }), new Person(origin)];
  await lee.get(`/shows/${showId}`);
  await using guest = await new RoomReader(origin, showId, lee).synced();
  await using _tab = await new RoomReader(origin, showId, lee).synced();
  const reader = await new RoomReader(origin, showId, kim).synced();
  await guest.reads((reader) => reader.state("viewers")[0]?.now === 2);
  await reader[Symbol.asyncDispose]();
  await guest.reads((reader) => reader.state("viewers")[0]?.now === 1);
  const { body } = await new Person(origin).get<string>(`/shows/${showId}`);
  ok(body.includes(copy("ko").show.viewers("1")), "without scripts they are told as well");

  await orderOne(kim, variantIds[0]);
  await guest.reads((reader) => reader.state("toasts").length === 1);
  await guest.reads((reader) => reader.state("product")[0]?.variants[0]?.available === 2);
});

inWorker("who signs out is let go, and comes back as a guest", async ({ shop, database }) => {
  const { showId } = await setScene(database, { stock: [] });
  const kim = await Person.signedIn(shop.origin);
  await using socket = new RawSocket(shop.origin, showId, { person: kim });
  await socket.open;
  await kim.post("/sign-out");
  equal(await socket.closed, 4401);
  await using back = await new RoomReader(shop.origin, showId, kim).synced();
  const answer = await back.say("still me?");
  equal("refused" in answer && answer.refused.code, "SIGN_IN_REQUIRED");
});

inWorker("hostile frames close the socket that sent them, and no other", async (at) => {
  const { shop, database } = at;
  const { showId } = await setScene(database, { stock: [5] });
  const kim = await Person.signedIn(shop.origin);
  await using honest = await new RoomReader(shop.origin, showId, kim).synced();
  await honest.say("first");
  await honest.reads((reader) => reader.state("product").length === 1);
  const states = new Map(
    [...honest.provider.awareness.getStates()].filter(([, state]) => state.kind),
  ) as Map<number, Live>;
  for (const { what, frames, code, persistent } of attacks({ doc: honest.doc, states })) {
    await using attacker = new RawSocket(shop.origin, showId, { person: kim });
    await attacker.open;
    for (const frame of frames) attacker.send(frame);
    if (persistent) await attacker.persist(frames[0]!);
    if (code) equal(await attacker.closed, code, what);
  }
  deepEqual(honest.closed, []);
  ok("accepted" in await honest.say("last"));
  await using fresh = await new RoomReader(shop.origin, showId).synced();
  deepEqual(fresh.texts, ["first", "last"]);

  for (const nowhere of [uuidv7(), "show", `${showId}0`]) {
    await using socket = new RawSocket(shop.origin, nowhere);
    equal(await socket.closed, 4404);
  }
  await rejects(new RawSocket(shop.origin, showId, { person: kim, from: "http://evil.test" }).open);
  deepEqual(shop.log.filter((line) => /"level":"error"|uncaught/i.test(line)), []);
});
