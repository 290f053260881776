import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { orderBody } from "../support/checkout.ts";
import { inWorker } from "../support/in_worker.ts";
import { type Answer, Person } from "../support/person.ts";
import { setScene } from "../support/scene.ts";

/** What every request may ask beside: each isolate looks now and then which sessions have ended. */
const sessions = /from sessions where revoked_at/;

inWorker("each mutation of a shopper is one HTTP request to the database", async (at) => {
  const { shop: { origin, bridge }, database } = at;
  const { showId, variantIds } = await setScene(database, { stock: [5, 0] });
  const mina = await Person.signedIn(origin);

  async function verbsOf(act: () => Promise<Answer>) {
    bridge.statements.splice(0);
    const { status, body } = await act();
    equal(Math.floor(status / 100), 2, JSON.stringify(body));
    const verbs = bridge.statements.filter((text) => !sessions.test(text))
      .map((text) => /from (\w+)\(\$1::jsonb\)/.exec(text)?.[1] ?? text);
    return { verbs, body };
  }

  const hold = await verbsOf(() =>
    mina.post("/api/holds", { variantId: variantIds[0], quantity: 2 })
  );
  const path = `/api/holds/${hold.body.id}`;
  const change = await verbsOf(() => mina.patch(path, { quantity: 1 }));
  const address = { ...orderBody.address, phone: "(213) 555-0123" };
  const order = await verbsOf(() =>
    mina.post("/api/orders", { ...orderBody, address, holdIds: [hold.body.id] })
  );
  const { number } = (order.body.orders as { number: string }[])[0]!;
  const claim = await verbsOf(() =>
    mina.post(`/api/orders/${number}/payment-claims`, { method: "bank" })
  );
  const wait = await verbsOf(() =>
    mina.post("/api/holds", { variantId: variantIds[1], quantity: 1, waitlist: true })
  );
  const release = await verbsOf(() => mina.delete(`/api/holds/${wait.body.id}`));
  deepEqual(
    [hold, change, order, claim, wait, release].map(({ verbs }) => verbs),
    [["hold"], ["change_holds"], ["place_orders"], ["step_orders"], ["hold"], ["change_holds"]],
  );

  const say = () => mina.post(`/api/shows/${showId}/messages`, { id: uuidv7(), text: "안녕" });
  await verbsOf(say);
  // The room is open now. It looks by itself for news, and for who bought what; its log is with it,
  // and not in the database.
  const said = (await verbsOf(say)).verbs.filter((verb) => !/from outbox|as toast/.test(verb));
  deepEqual(said, ["say"]);
});
