import { deepEqual } from "node:assert/strict";
import { type AwaitedPayment, proposeMatches, type Transfer } from "../../../src/payments/match.ts";

const transfer = (line: number, name: string, amount = 1000): Transfer => ({
  line,
  at: "2026-11-21",
  name,
  amount,
});
const order = (number: string, depositorName: string, total = 1000): AwaitedPayment => ({
  number,
  depositorName,
  total,
  placedAt: `2026-11-2${number}T00:00:00.000Z`,
});
const propose = (transfers: Transfer[], orders: AwaitedPayment[]) =>
  proposeMatches(transfers, orders).map(({ transfer, order, certainty }) =>
    `${transfer.line} → ${order.number} ${certainty}`
  );

Deno.test("the same amount and the same name belong together", () => {
  deepEqual(propose([transfer(2, "김미나")], [order("1", "김미나"), order("2", "박준")]), [
    "2 → 1 sure",
  ]);
});

Deno.test("another amount is never proposed, however much the names are alike", () => {
  deepEqual(propose([transfer(2, "김미나", 999)], [order("1", "김미나")]), []);
});

Deno.test("case, width, spaces and the order of names do not matter", () => {
  for (const name of ["MINA KIM", "kim,mina", "Ｋｉｍ Ｍｉｎａ", "kimmina", "Kim-Mina"]) {
    deepEqual(propose([transfer(2, name)], [order("1", "Kim Mina")]), ["2 → 1 sure"], name);
  }
});

Deno.test("a name that is cut, or has something added, is likely", () => {
  for (const name of ["김미나1234", "토스 김미나", "MINA KIM VIA APP"]) {
    const depositor = name.startsWith("MINA") ? "Mina Kim" : "김미나";
    deepEqual(propose([transfer(2, name)], [order("1", depositor)]), ["2 → 1 likely"], name);
  }
  deepEqual(propose([transfer(2, "ALEXANDRA M")], [order("1", "Alexandra Miller")]), [
    "2 → 1 likely",
  ]);
});

Deno.test("one character, or no name at all, tells nobody apart", () => {
  deepEqual(
    propose([transfer(2, "김"), transfer(3, ""), transfer(4, "***")], [
      order("1", "김미나"),
    ]),
    [],
  );
});

Deno.test("who owes the same twice pays for the older order first", () => {
  const orders = [order("3", "김미나"), order("1", "김미나"), order("2", "김미나")];
  deepEqual(propose([transfer(2, "김미나"), transfer(5, "김미나")], orders), [
    "2 → 1 sure",
    "5 → 2 sure",
  ]);
});

Deno.test("a part of a name that fits several orders is left to the seller", () => {
  deepEqual(propose([transfer(2, "Kim")], [order("1", "Kim Mina"), order("2", "Kim Jun")]), []);
});

Deno.test("a sure pair is not broken by a likely one that comes first", () => {
  const transfers = [transfer(2, "김미나 입금"), transfer(3, "김미나")];
  deepEqual(propose(transfers, [order("1", "김미나")]), ["3 → 1 sure"]);
});
