import { deepEqual, equal, ok } from "node:assert/strict";
import { Person } from "../../support/person.ts";
import { RoomReader } from "../../support/room_reader.ts";
import { runOnNode } from "../node.ts";
import type { Promised } from "../promise.ts";

export const room: Promised = {
  says: "a stock y-websocket client under Deno reads a room, and what is bought shows there",
  async keep({ origin, makeShow, makeProduct }) {
    const showId = await makeShow();
    const { variants } = await makeProduct(showId);
    const kim = await Person.signedIn(origin, { name: "Kim" });
    await using guest = await new RoomReader(origin, showId).synced();
    await using reader = await new RoomReader(origin, showId, kim).synced();
    const answer = await reader.say("안녕 <b>hi</b>");
    ok("accepted" in answer, JSON.stringify(answer));
    await guest.reads(({ texts }) => texts.includes("안녕 <b>hi</b>"));
    await kim.submit(`/shows/${showId}/messages`, { text: "by form" });
    await guest.reads(({ texts }) => texts.at(-1) === "by form");

    const left = () => guest.state("product")[0]?.variants[0]?.available;
    await guest.reads(() => left() === 20);
    await kim.post("/api/holds", { variantId: variants[0]!.id, quantity: 2 });
    await guest.reads(() => left() === 18);
    deepEqual(guest.state("show")[0]?.state, "live");
    await guest.reads(() => guest.state("viewers")[0]?.now === 2);

    const unheard = await guest.say("who am I?");
    equal("refused" in unheard && unheard.refused.code, "SIGN_IN_REQUIRED");
    deepEqual([...guest.closed, ...reader.closed], []);
  },
};

export const roomOnNode: Promised = {
  says: "a stock y-websocket client under Node reads the same",
  async keep({ origin, makeShow }) {
    const showId = await makeShow();
    const kim = await Person.signedIn(origin, { name: "Kim" });
    const texts = ["one", "둘", "three"];
    for (const text of texts) {
      equal((await kim.submit(`/shows/${showId}/messages`, { text })).status, 303);
    }
    const heard = await runOnNode("tests/conformance/node_reader.ts", [origin, showId, "three"]);
    deepEqual(JSON.parse(heard), texts);
  },
};
