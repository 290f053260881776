import { deepEqual, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { messages_per_person } from "../../src/limits.ts";
import type { Database } from "../../src/platform.ts";
import { readArchive } from "./agreement.ts";
import { orderBody } from "./checkout.ts";
import { assertInvariants } from "./invariants.ts";
import { type Answer, type Json, Person } from "./person.ts";
import { type Scene, setScene } from "./scene.ts";

const buyers = 8;
const talkers = 8;
/** Between one thing that somebody does and the next: nobody may say more than 20 things in 10 s. */
const pause_ms = 10_000 / (messages_per_person - 1);

/** A request that was not answered as it should be at once. */
export interface Trouble {
  /** Milliseconds since 1970 */
  readonly at: number;
  /** How long it took until it was, where it is asked again. */
  took_ms?: number;
  readonly what: string;
}

export interface BusyShowGiven {
  readonly database: Database;
  readonly origin: string;
  /** Whether somebody who got no answer asks again, under the same identity, until they get one. */
  readonly patient: boolean;
}

/** A show where people hold, order and talk, one thing after the other, each wanting an answer. */
export class BusyShow {
  readonly troubles: Trouble[] = [];
  readonly #orders: string[] = [];
  readonly #said: string[] = [];
  #done = 0;
  #over = false;

  private constructor(
    private readonly given: BusyShowGiven,
    readonly scene: Scene,
    private readonly people: readonly Person[],
  ) {}

  static async open(given: BusyShowGiven): Promise<BusyShow> {
    const scene = await setScene(given.database, {
      stock: [9_999],
      shoppers: buyers + talkers,
      unitsPerShopper: 99,
    });
    const people = await Promise.all(
      scene.shopperIds.map((id) => Person.signedIn(given.origin, { email: `${id}@example.com` })),
    );
    return new BusyShow(given, scene, people);
  }

  /** Everybody is at it, until `meanwhile` is over and what was begun is done. */
  async during(meanwhile: () => Promise<void>): Promise<void> {
    const busy = this.people.map((person, at) => this.#keepOn(person, at < buyers));
    await meanwhile().finally(() => this.#over = true);
    await Promise.all(busy);
  }

  /** Settles when so many more things are done. */
  async after(more: number): Promise<void> {
    const enough = this.#done + more;
    while (this.#done < enough) await rest(pause_ms);
  }

  /** What was acknowledged is there, once, and nothing besides. */
  async assertKept(): Promise<void> {
    const { database } = this.given;
    ok(this.#orders.length > 0 && this.#said.length > 0);
    const archive = await readArchive(database, this.scene.showId);
    deepEqual(archive.map(({ id }) => id).sort(), this.#said.toSorted());
    const orders = await database.query<{ number: string }>("select number from orders");
    deepEqual(orders.map(({ number }) => number).sort(), this.#orders.toSorted());
    await assertInvariants(database);
  }

  async #keepOn(person: Person, buys: boolean) {
    while (!this.#over) {
      if (buys) await this.#buy(person);
      else await this.#talk(person);
      this.#done++;
      await rest(pause_ms);
    }
  }

  async #buy(person: Person) {
    const variantId = this.scene.variantIds[0];
    const hold = await this.#ask(person, "/api/holds", { variantId, quantity: 1 });
    if (!hold) return;
    const order = await this.#ask(person, "/api/orders", { ...orderBody, holdIds: [hold.id] });
    if (order) this.#orders.push((order.orders as { number: string }[])[0]!.number);
  }

  async #talk(person: Person) {
    const id = uuidv7();
    const said = await this.#ask(person, `/api/shows/${this.scene.showId}/messages`, {
      id,
      text: `one ${id}`,
    });
    if (said) this.#said.push(id);
  }

  async #ask(person: Person, path: string, body: Json): Promise<Json | undefined> {
    const key = uuidv7();
    const began = Date.now();
    let trouble: Trouble | undefined;
    for (;;) {
      const answer = await person.post(path, body, key).catch((error: unknown) => String(error));
      if (typeof answer !== "string" && answer.status === 201) {
        if (trouble) trouble.took_ms = Date.now() - began;
        return answer.body;
      }
      if (!trouble) this.troubles.push(trouble = { at: began, what: toldOf(path, answer) });
      if (!this.given.patient) return undefined;
      await rest(pause_ms / 4);
    }
  }
}

function toldOf(path: string, answer: Answer | string): string {
  return `${path}: ${
    typeof answer === "string" ? answer : `${answer.status} ${JSON.stringify(answer.body)}`
  }`;
}

function rest(ms: number): Promise<void> {
  return new Promise((rested) => setTimeout(rested, ms));
}
