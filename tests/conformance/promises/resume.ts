import { deepEqual, ok } from "node:assert/strict";
import { Person } from "../../support/person.ts";
import { RoomReader } from "../../support/room_reader.ts";
import type { Promised } from "../promise.ts";

export const resume: Promised = {
  says: "who comes back to a room gets what they missed, and nothing twice",
  async keep({ origin, makeShow }) {
    const showId = await makeShow();
    const kim = await Person.signedIn(origin);
    await using away = await new RoomReader(origin, showId).synced();
    await using speaker = await new RoomReader(origin, showId, kim).synced();
    await say(speaker, "before");
    await away.reads(({ texts }) => texts.includes("before"));
    const items = counted(away);
    away.provider.disconnect();
    for (const text of ["missed 1", "missed 2", "missed 3"]) await say(speaker, text);
    away.provider.connect();
    await away.reads(({ texts }) => texts.includes("missed 3"));
    await say(speaker, "after");
    await away.reads(({ texts }) => texts.includes("after"));
    deepEqual(away.texts, ["before", "missed 1", "missed 2", "missed 3", "after"]);
    deepEqual(items, ["missed 1", "missed 2", "missed 3", "after"], "no more than was missed");
  },
};

export const death: Promised = {
  says: "what a room acknowledged outlives a killed process: once, in one order",
  async keep({ shop, origin, makeShow }) {
    const showId = await makeShow();
    const [kim, lee] = await Promise.all([Person.signedIn(origin), Person.signedIn(origin)]);
    await using one = await new RoomReader(origin, showId, kim).synced();
    await using other = await new RoomReader(origin, showId, lee).synced();
    const said: Promise<void>[] = [one, other].map(async (reader, who) => {
      for (let word = 0; word < 8; word++) await say(reader, `${who} ${word}`);
    });
    await one.reads(({ chat }) => chat.length >= 4);
    await shop.restart();
    await Promise.all(said);
    await shop.restart();
    await using fresh = await new RoomReader(origin, showId).synced();
    for (const reader of [fresh, one, other]) await reader.reads(({ chat }) => chat.length === 16);
    deepEqual(one.texts, fresh.texts);
    deepEqual(other.texts, fresh.texts);
    for (const who of [0, 1]) {
      const own = fresh.texts.filter((text) => text.startsWith(`${who} `));
      deepEqual(own, Array.from({ length: 8 }, (_, word) => `${who} ${word}`));
    }
  },
};

async function say(reader: RoomReader, text: string) {
  const answer = await reader.sayForSure(text);
  ok("accepted" in answer, JSON.stringify(answer));
}

/** The texts that come from now on, as often as they come. */
function counted({ doc }: RoomReader): string[] {
  const texts: string[] = [];
  doc.getArray<{ text: string }>("chat").observe(({ changes }) => {
    for (const { insert } of changes.delta) {
      if (insert) texts.push(...(insert as { text: string }[]).map(({ text }) => text));
    }
  });
  return texts;
}
