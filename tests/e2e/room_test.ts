import { deepEqual, equal, ok } from "node:assert/strict";
import { Person } from "../support/person.ts";
import { RoomReader } from "../support/room_reader.ts";
import { setScene } from "../support/scene.ts";
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
    kind: "said",
    name: "Kim",
    text: "안녕 <b>hi</b>",
    fromSeller: false,
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
