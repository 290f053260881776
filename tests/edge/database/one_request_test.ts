import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Database } from "../../../src/platform.ts";
import { holdOne, orderBody, orderOne } from "../../support/checkout.ts";
import { onNeon } from "../../support/neon.ts";
import type { Answer, Person } from "../../support/person.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

interface At {
  readonly mina: Person;
  readonly scene: Scene;
  /** What the database was asked since last looked, by the names of the statements. */
  asked(): string[];
}

/** A shop on Neon where somebody signed in does one thing, and the requests to Neon are counted. */
function mutation(
  name: string,
  prepare: (at: At) => Promise<unknown>,
  act: (at: At, prepared: never) => Promise<Answer>,
  seen: (asked: string[], requests: number) => void = (asked, requests) => {
    equal(asked.length, 1, String(asked));
    equal(requests, 1);
  },
) {
  onNeon(`${name} is one HTTP request to the database`, async ({ database, bridge, fresh }) => {
    const names: string[] = [];
    const noon = Date.now();
    // A clock that stands still: which sessions have ended is asked each two seconds, by nobody's act.
    await using app = new TestApp(named(database, names), { now: () => noon });
    const scene = await setScene(fresh.database, { stock: [5, 0] });
    const mina = await app.signedIn();
    const at: At = { mina, scene, asked: () => names.splice(0) };
    await mina.get("/api/cart");
    const prepared = await prepare(at) as never;

    at.asked();
    const before = bridge.requests;
    const { status, body } = await act(at, prepared);
    await app.settled();
    equal(Math.floor(status / 100), 2, JSON.stringify(body));
    seen(at.asked(), bridge.requests - before);
  });
}

function named(database: Database, names: string[]): Database {
  return {
    ...database,
    query(text, parameters, options) {
      names.push(options?.name ?? text);
      return database.query(text, parameters, options);
    },
  };
}

const nothing = () => Promise.resolve();
const held = ({ mina, scene }: At) => holdOne(mina, scene.variantIds[0]);
const ordered = ({ mina, scene }: At) => orderOne(mina, scene.variantIds[0]);

mutation(
  "a hold",
  nothing,
  ({ mina, scene }) => mina.post("/api/holds", { variantId: scene.variantIds[0], quantity: 2 }),
);

mutation(
  "a hold's change",
  held,
  ({ mina }, id) => mina.patch(`/api/holds/${id}`, { quantity: 3 }),
);

mutation("a hold's release", held, ({ mina }, id) => mina.delete(`/api/holds/${id}`));

mutation(
  "a place in the line",
  nothing,
  ({ mina, scene }) =>
    mina.post("/api/holds", { variantId: scene.variantIds[1], quantity: 1, waitlist: true }),
);

mutation("an order", held, ({ mina }, id) => {
  const address = { ...orderBody.address, phone: "(213) 555-0123" };
  return mina.post("/api/orders", { ...orderBody, address, holdIds: [id] });
});

mutation(
  "a claim of a payment",
  ordered,
  ({ mina }, number) => mina.post(`/api/orders/${number}/payment-claims`, { method: "bank" }),
);

const say = ({ mina, scene }: At) =>
  mina.post(`/api/shows/${scene.showId}/messages`, { id: uuidv7(), text: "안녕" });

// The room's own log, and news of what others did, are asked for by the room.
mutation("what somebody says", say, say, (asked) => {
  deepEqual(asked.filter((name) => !["store_room_update", "news"].includes(name)), ["say"]);
});
