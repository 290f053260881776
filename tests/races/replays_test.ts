import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { placeOrders } from "../../src/orders/place_order.ts";
import { stepOrders } from "../../src/orders/step.ts";
import type { Database } from "../../src/platform.ts";
import { changeStock, hold } from "../../src/stock/mod.ts";
import { clients, rush } from "../support/rush.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { figures, purchase, wish } from "../support/wishes.ts";
import { race } from "./race.ts";
import { withoutIdentities } from "./unprotected.ts";

const times = 8;
const people = clients / times;

replays("a hold that is sent eight times at once is one hold", async (database, scene) => {
  const [cap = ""] = scene.variantIds;
  const requestIds = scene.shopperIds.map(() => uuidv7());
  await eightTimes(
    database,
    (n) => hold(database, [wish(scene.shopperIds[n]!, cap, { requestId: requestIds[n] })]),
  );
  equal((await figures(database, cap)).held, people);
});

replays("an order that is sent eight times at once is one order", async (database, scene) => {
  const lines = scene.shopperIds.map((shopper) => wish(shopper, scene.variantIds[0]!));
  await hold(database, lines);
  const requestIds = lines.map(() => uuidv7());
  await eightTimes(database, (n) => {
    const { personId, holdId } = lines[n]!;
    return placeOrders(database, [purchase(personId, [holdId], { requestId: requestIds[n] })]);
  });
  equal((await database.query("select from orders")).length, people);
});

replays("a cancellation that is sent eight times at once is one", async (database, scene) => {
  const lines = scene.shopperIds.map((shopper) => wish(shopper, scene.variantIds[0]!));
  await hold(database, lines);
  const placed = await placeOrders(
    database,
    lines.map(({ personId, holdId }) => purchase(personId, [holdId])),
  );
  const numbers = placed.map((outcome) => outcome.refusal ? "" : outcome.orders[0]!.number);
  const requestIds = lines.map(() => uuidv7());
  await eightTimes(database, (n) => {
    const { personId } = lines[n]!;
    return stepOrders(database, [{
      step: "cancellation",
      personId,
      shopperId: personId,
      number: numbers[n]!,
      requestId: requestIds[n]!,
    }]);
  });
  const { available, sold } = await figures(database, scene.variantIds[0]!);
  deepEqual([available, sold], [people, 0]);
});

replays("a stock change that is sent eight times at once counts once", async (database, scene) => {
  const requestIds = scene.shopperIds.map(() => uuidv7());
  await eightTimes(database, (n) =>
    changeStock(database, [{
      personId: scene.ownerId,
      sellerId: scene.sellerId,
      variantId: scene.variantIds[0]!,
      requestId: requestIds[n]!,
      id: uuidv7(),
      delta: 1,
      reason: "",
    }]));
  equal((await figures(database, scene.variantIds[0]!)).stock, 2 * people);
});

function replays(name: string, run: (database: Database, scene: Scene) => Promise<void>) {
  race(name, {
    unprotect: withoutIdentities,
    run: async (database) =>
      await run(database, await setScene(database, { stock: [people], shoppers: people })),
  });
}

/** Eight clients send each person's request; all eight must get the same answer. */
async function eightTimes<T>(database: Database, send: (person: number) => Promise<T>) {
  const answers = await rush(database, (n) => send(n % people));
  answers.forEach((answer, n) => deepEqual(answer, answers[n % people]));
}
