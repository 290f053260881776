import { uuidv7 } from "uuidv7";
import type { Answer, Json, Person } from "./person.ts";

/** A request that somebody sent. Without an answer nobody knows whether it had its effect. */
export interface Sent {
  readonly by: Person;
  readonly path: "/api/holds" | "/api/orders";
  readonly body: Json;
  readonly key: string;
  answer?: Answer;
}

const depositor = {
  depositorName: "Kim",
  address: {
    country: "KR",
    name: "Kim",
    line1: "서울시 종로구 새문안로 1",
    postalCode: "03171",
  },
};

/** Everybody holds and orders, one thing after the other, until the shop answers no more. */
export class Crowd {
  readonly sent: Sent[] = [];
  #answered = 0;

  /**
   * Ends when the last one has given up.
   * @param crash called once, when so many requests of this run were answered with success
   */
  async run(
    people: readonly Person[],
    variantIds: readonly string[],
    crash: { readonly after: number; readonly happen: () => Promise<void> },
  ): Promise<void> {
    let crashing: Promise<void> | undefined;
    this.#answered = 0;
    const count = () => {
      if (++this.#answered === crash.after) crashing = crash.happen();
    };
    await Promise.all(people.map((person, at) => this.#buy(person, variantIds, at, count)));
    await crashing;
  }

  get unanswered(): Sent[] {
    return this.sent.filter(({ answer }) => answer === undefined);
  }

  async #buy(person: Person, variantIds: readonly string[], at: number, count: () => void) {
    for (let turn = at;; turn++) {
      const variantId = variantIds[turn % variantIds.length];
      const held = await this.#send(person, "/api/holds", { variantId, quantity: 1 + turn % 3 });
      if (!held) return;
      if (held.status !== 201) continue;
      count();
      const ordered = await this.#send(person, "/api/orders", {
        holdIds: [held.body.id],
        ...depositor,
      });
      if (!ordered) return;
      count();
    }
  }

  async #send(by: Person, path: Sent["path"], body: Json): Promise<Answer | undefined> {
    const sent: Sent = { by, path, body, key: uuidv7() };
    this.sent.push(sent);
    return sent.answer = await again(sent).catch((error) => {
      if (!(error instanceof TypeError)) throw error;
      return undefined;
    });
  }
}

/** Sends the same request under the same identity once more. @throws TypeError without an answer */
export function again({ by, path, body, key }: Sent): Promise<Answer> {
  return by.post(path, body, key);
}
