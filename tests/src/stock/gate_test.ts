import { deepEqual, equal, rejects } from "node:assert/strict";
import type { Outcome } from "../../../src/errors.ts";
import { DatabaseError } from "../../../src/platform.ts";
import { Gate } from "../../../src/stock/gate.ts";

interface Wish {
  readonly person: string;
  readonly what: string;
}

type Served = Outcome<{ what: string }>;

/** A gate before a counter that serves a batch whenever the test says so. */
class Counter {
  readonly batches: string[][] = [];
  readonly gate: Gate<Wish, { what: string }>;
  #open: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(
    {
      batchMax = 100,
      waitingMax = 100,
      poison = (_: Wish): unknown => undefined,
      rest = async () => {},
    } = {},
  ) {
    this.gate = new Gate(
      async (batch): Promise<Served[]> => {
        this.batches.push(batch.map(({ what }) => what));
        await this.#open.promise;
        for (const wish of batch) {
          const error = poison(wish);
          if (error) throw error;
        }
        return batch.map(({ what }) => ({ what }));
      },
      { key: ({ person }) => person, batchMax, waitingMax, rest },
    );
  }

  pass(what: string, person = what): Promise<Served> {
    return this.gate.pass({ person, what });
  }

  open() {
    this.#open.resolve();
  }
}

Deno.test("a request that finds the gate idle goes at once, those that come meanwhile go together", async () => {
  const counter = new Counter();
  const all = ["a", "b", "c", "d"].map((what) => counter.pass(what));
  deepEqual(counter.batches, [["a"]]);
  counter.open();
  deepEqual(await Promise.all(all), [{ what: "a" }, { what: "b" }, { what: "c" }, { what: "d" }]);
  deepEqual(counter.batches, [["a"], ["b", "c", "d"]]);
});

Deno.test("whoever comes back at once is gathered with those who waited", async () => {
  const counter = new Counter();
  counter.open();
  const again = async (what: string) => {
    await counter.pass(what);
    await counter.pass(what.toUpperCase());
  };
  await Promise.all(["a", "b", "c"].map(again));
  deepEqual(counter.batches, [["a"], ["b", "c", "A"], ["B", "C"]]);
});

Deno.test("between one batch and the next the gate may rest, and gathers meanwhile", async () => {
  const rested = Promise.withResolvers<void>();
  const counter = new Counter({ rest: () => rested.promise });
  counter.open();
  await counter.pass("a");
  const later = [counter.pass("b"), counter.pass("c")];
  await new Promise((turned) => setTimeout(turned));
  deepEqual(counter.batches, [["a"]]);
  rested.resolve();
  await Promise.all(later);
  deepEqual(counter.batches, [["a"], ["b", "c"]]);
});

Deno.test("the gate is idle again when all are served", async () => {
  const counter = new Counter();
  counter.open();
  await counter.pass("a");
  await counter.pass("b");
  deepEqual(counter.batches, [["a"], ["b"]]);
});

Deno.test("a batch holds one request of a key, and each keeps its turn", async () => {
  const counter = new Counter();
  const all = [
    counter.pass("first"),
    counter.pass("kim 1", "kim"),
    counter.pass("lee 1", "lee"),
    counter.pass("kim 2", "kim"),
    counter.pass("kim 3", "kim"),
    counter.pass("lee 2", "lee"),
  ];
  counter.open();
  await Promise.all(all);
  deepEqual(counter.batches, [["first"], ["kim 1", "lee 1"], ["kim 2", "lee 2"], ["kim 3"]]);
});

Deno.test("a batch is bounded, and nobody overtakes", async () => {
  const counter = new Counter({ batchMax: 2 });
  const all = ["a", "b", "c", "d", "e"].map((what) => counter.pass(what));
  const second = counter.pass("b again", "b");
  counter.open();
  await Promise.all([...all, second]);
  deepEqual(counter.batches, [["a"], ["b", "c"], ["d", "e"], ["b again"]]);
});

Deno.test("whoever finds the queue full is told to come back, and nothing is asked for him", async () => {
  const counter = new Counter({ waitingMax: 2 });
  const served = ["a", "b", "c"].map((what) => counter.pass(what));
  deepEqual(await counter.pass("d"), { refusal: { code: "UNAVAILABLE", retryAfterMs: 1000 } });
  counter.open();
  await Promise.all(served);
  deepEqual(counter.batches, [["a"], ["b", "c"]]);
  deepEqual(await counter.pass("d"), { what: "d" });
});

Deno.test("a poisoned request fails alone", async () => {
  const poisoned = new DatabaseError("violates a check", "23514");
  const counter = new Counter({ poison: ({ what }) => what === "c" ? poisoned : undefined });
  const all = ["a", "b", "c", "d"].map((what) => counter.pass(what));
  counter.open();
  const ends = await Promise.allSettled(all);
  deepEqual(ends.map(({ status }) => status), ["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  await rejects(all[2]!, poisoned);
  deepEqual(counter.batches, [["a"], ["b", "c", "d"], ["b"], ["c"], ["d"]]);
});

Deno.test("a database that cannot be reached fails the batch, once", async () => {
  const gone = new DatabaseError("connection refused", "08006");
  let away = true;
  const counter = new Counter({ poison: () => away ? gone : undefined });
  const all = ["a", "b", "c"].map((what) => counter.pass(what));
  counter.open();
  equal((await Promise.allSettled(all)).filter(({ status }) => status === "rejected").length, 3);
  deepEqual(counter.batches, [["a"], ["b", "c"]]);
  away = false;
  deepEqual(await counter.pass("d"), { what: "d" });
});
