import { equal } from "node:assert/strict";
import { minorUnits } from "../../../src/desk/money.ts";
import { inputMoney } from "../../../views/desk/money_input.ts";

Deno.test("money is typed as people write it", () => {
  const typed: [text: string, minor: number][] = [
    ["25", 2500],
    ["25.9", 2590],
    ["25.90", 2590],
    ["$25.90", 2590],
    ["1,234.50", 123_450],
    ["0.01", 1],
    ["0", 0],
  ];
  for (const [text, minor] of typed) equal(minorUnits(text, "USD"), minor, text);
  equal(minorUnits("25,000", "KRW"), 25_000);
  equal(minorUnits("₩25,000", "KRW"), 25_000);
  equal(minorUnits("25000원", "KRW"), 25_000);
});

Deno.test("what is no amount of the currency is none", () => {
  for (const text of ["", "-1", "1e3", "1.234", "1,23", ",5", ".5", "12 34", "٣", "=1", "1.2.3"]) {
    equal(minorUnits(text, "USD"), undefined, text);
  }
  equal(minorUnits("10.5", "KRW"), undefined);
  equal(minorUnits("9999999999999", "USD"), undefined);
});

Deno.test("what a box holds is typed back as the same amount", () => {
  for (const minor of [1, 10, 2590, 100_000_000]) {
    equal(minorUnits(inputMoney(minor, "USD"), "USD"), minor);
    equal(minorUnits(inputMoney(minor, "KRW"), "KRW"), minor);
  }
});
