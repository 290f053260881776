import { orderBody } from "../../../tests/support/checkout.ts";
import { ShopProcess } from "../../../tests/support/shop.ts";
import { away } from "../holds/distance.ts";
import { leave, newPeople, setStage } from "../holds/stage.ts";
import { newSecret, signedIn } from "../signed_in.ts";
import { uuidv7 } from "uuidv7";
import { Interactive } from "./interactive.ts";

/** 20 ms there and back. */
const late_ms = 10;
const people = 60;
const warm_people = 10;

/** Middle milliseconds of a hold, and of an order of it. */
export interface Took {
  readonly hold: number;
  readonly order: number;
}

export interface Compared {
  /** What the distance is called. */
  readonly name: string;
  readonly ours: Took;
  readonly interactive: Took;
}

/** One person after the other holds a unit and orders it, by the whole shop and by hand. */
export async function compare(server: { url: string }): Promise<Compared> {
  console.log("with a network between …");
  const distance = await away(server, late_ms);
  const stage = await setStage(server);
  await leave(stage);
  const url = distance.reach(stage.url);
  const all = await newPeople(stage, 2 * people);

  const secret = newSecret();
  const shop = await ShopProcess.open({
    databaseUrl: url,
    env: { SECRET: secret, RATE_LIMITS: "off" },
  });
  const tokens = await signedIn(all.slice(0, people), secret);
  const ours = await middle(tokens, {
    hold: async (token) =>
      await ask(`${shop.origin}/api/holds`, token, { variantId: stage.variantId, quantity: 1 }),
    order: async (token, { id }) => {
      const address = { ...orderBody.address, phone: "+12135550123" };
      await ask(`${shop.origin}/api/orders`, token, { ...orderBody, address, holdIds: [id] });
    },
  });
  await shop[Symbol.asyncDispose]();

  const hand = await Interactive.open(url, stage.variantId);
  const interactive = await middle(all.slice(people), {
    hold: (personId) => hand.hold(personId),
    order: (personId, holdId) => hand.order(personId, holdId),
  });
  await hand.close();
  await stage.clear();
  await distance.stop();
  return { name: distance.name, ours, interactive };
}

interface Way<Held> {
  hold(who: string): Promise<Held>;
  order(who: string, held: Held): Promise<void>;
}

async function middle<Held>(all: readonly string[], { hold, order }: Way<Held>): Promise<Took> {
  const holds: number[] = [];
  const orders: number[] = [];
  for (const who of all) {
    const began = performance.now();
    const held = await hold(who);
    const between = performance.now();
    await order(who, held);
    holds.push(between - began);
    orders.push(performance.now() - between);
  }
  return { hold: median(holds.slice(warm_people)), order: median(orders.slice(warm_people)) };
}

async function ask(address: string, token: string, body: unknown): Promise<{ id: string }> {
  const answer = await fetch(address, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": uuidv7(),
    },
    body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(said)}`);
  return said;
}

export function median(all: readonly number[]): number {
  return [...all].sort((one, other) => one - other)[all.length >> 1]!;
}
