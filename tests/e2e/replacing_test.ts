import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { messages_on_joining, messages_per_person } from "../../src/limits.ts";
import { allAgree, readArchive } from "../support/agreement.ts";
import { orderBody } from "../support/checkout.ts";
import { assertInvariants } from "../support/invariants.ts";
import { type Answer, Person } from "../support/person.ts";
import { RoomReader } from "../support/room_reader.ts";
import { RoundRobin } from "../support/round_robin.ts";
import { setScene } from "../support/scene.ts";
import { Troupe, troupeMissing } from "../support/troupe.ts";

const processes = 2;
const buyers = 8;
const talkers = 8;
/** Between one thing that somebody does and the next: nobody may say more than 20 things in 10 s. */
const pause_ms = 10_000 / (messages_per_person - 1);
/** How many things are done by all of them together before each replacement, and after the last. */
const done_between = 60;

Deno.test({
  name: "both of two processes are replaced while people buy and talk, and nobody notices" +
    (troupeMissing && ` (skipped: no ${troupeMissing})`),
  ignore: troupeMissing !== "",
  async fn() {
    await using troupe = await Troupe.open(processes, { DRAIN_SECONDS: "1" });
    const { shops, fresh: { database } } = troupe;
    await using door = (await RoundRobin.open(shops.map(({ port }) => port))).watchReadiness();
    const { showId, variantIds, shopperIds } = await setScene(database, {
      stock: [9_999],
      shoppers: buyers + talkers,
      unitsPerShopper: 99,
    });
    const people = await Promise.all(
      shopperIds.map((id) => Person.signedIn(door.origin, { email: `${id}@example.com` })),
    );
    await using reader = await new RoomReader(door.origin, showId).synced();
    const crowd = new Crowd();
    const buy = (person: Person) => async () => {
      const hold = await person.post("/api/holds", { variantId: variantIds[0], quantity: 1 });
      const answer = hold.status === 201
        ? await person.post("/api/orders", { ...orderBody, holdIds: [hold.body.id] })
        : hold;
      return [hold, answer];
    };
    const said: string[] = [];
    const talk = (person: Person) => async () => {
      const id = uuidv7();
      const answer = await person.post(`/api/shows/${showId}/messages`, { id, text: `one ${id}` });
      if (answer.status === 201) said.push(id);
      return [answer];
    };
    const acts = people.map((person, at) => at < buyers ? buy(person) : talk(person));
    await Promise.all([
      ...acts.map((act) => crowd.keepOn(act)),
      (async () => {
        for (const shop of shops) {
          await crowd.after(done_between);
          await shop.kill("SIGTERM");
          await shop.start();
        }
        await crowd.after(done_between);
        crowd.stop();
      })(),
    ]);
    deepEqual(crowd.failures, []);
    ok(said.length > 0);
    const archive = await readArchive(database, showId);
    deepEqual(archive.map(({ id }) => id).sort(), said.toSorted());
    await allAgree(database, showId, [reader]);
    equal(reader.texts.length, Math.min(said.length, messages_on_joining));
    await assertInvariants(database);
  },
});

/** People who do one thing after the other, and want an answer each time. */
class Crowd {
  readonly failures: unknown[] = [];
  #done = 0;
  #over = false;

  async keepOn(act: () => Promise<Answer[]>): Promise<void> {
    while (!this.#over) {
      try {
        const answers = await act();
        const wrong = answers.filter(({ status }) => status !== 201);
        this.failures.push(...wrong.map(({ status, body }) => ({ status, body })));
      } catch (error) {
        this.failures.push(error);
      }
      this.#done++;
      await rest(pause_ms);
    }
  }

  async after(more: number): Promise<void> {
    const enough = this.#done + more;
    while (this.#done < enough) await rest(pause_ms);
  }

  stop(): void {
    this.#over = true;
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((rested) => setTimeout(rested, ms));
}
