import { deepEqual, equal } from "node:assert/strict";
import { readTransfers } from "../../../src/payments/bank_csv.ts";
import { cellsOf } from "../../../src/payments/csv.ts";

Deno.test("a Korean bank's file is read below what stands above its table", () => {
  const file = [
    "\uFEFF계좌번호,110-123-456789,,,",
    "조회기간,2026.11.01 ~ 2026.11.21,,,",
    "거래일시,적요,보낸분/받는분,출금액(원),입금액(원),잔액(원)",
    '2026.11.21 14:03:11,타행이체,김미나,0,"25,000","1,025,000"',
    "2026.11.21 15:00:00,카드,편의점,1200,0,1023800",
    '2026.11.21 16:30:00,모바일,박준1234,0,"31,500원",1055300',
  ].join("\r\n");
  deepEqual(readTransfers(file, "KRW"), [
    { line: 4, at: "2026.11.21 14:03:11", name: "김미나", amount: 25_000 },
    { line: 6, at: "2026.11.21 16:30:00", name: "박준1234", amount: 31_500 },
  ]);
});

Deno.test("an American bank's file is read, and what went out is left out", () => {
  const file = [
    "Details,Posting Date,Description,Amount,Type",
    'CREDIT,11/21/2026,"Zelle payment from KIM, MINA",60.00,QUICKPAY',
    "DEBIT,11/21/2026,COFFEE,-4.5,CARD",
    'CREDIT,11/22/2026,"He said ""hi""","$1,200.5",ACH',
    "DEBIT,11/22/2026,RENT,(900.00),ACH",
  ].join("\n");
  deepEqual(readTransfers(file, "USD"), [
    { line: 2, at: "11/21/2026", name: "Zelle payment from KIM, MINA", amount: 6000 },
    { line: 4, at: "11/22/2026", name: 'He said "hi"', amount: 120_050 },
  ]);
});

Deno.test("semicolons and tabs separate as well", () => {
  for (const separator of [";", "\t"]) {
    const file = [["Date", "Sender", "Deposit"], ["1", "Mina", "5"]]
      .map((cells) => cells.join(separator)).join("\n");
    deepEqual(readTransfers(file, "USD"), [{ line: 2, at: "1", name: "Mina", amount: 500 }]);
  }
});

Deno.test("what is no bank's file is not guessed at", () => {
  for (const file of ["", "hello", "a,b,c\n1,2,3", "Date,Amount\n1,2", "<html></html>"]) {
    equal(readTransfers(file, "USD"), undefined, file);
  }
});

Deno.test("amounts that make no sense are left out", () => {
  const amounts = ["", "abc", "1.234", "1e3", "0", "=1+1", "99999999999999"];
  const file = ["Sender,Amount", ...amounts.map((amount) => `Mina,${amount}`)].join("\n");
  deepEqual(readTransfers(file, "USD"), []);
  deepEqual(readTransfers("Sender,Amount\nMina,10.5", "KRW"), []);
});

Deno.test("quoted cells hold separators, quotes and lines", () => {
  deepEqual(cellsOf('a,"b,""c""\nd",e\n\n1,2,3'), [["a", 'b,"c"\nd', "e"], ["1", "2", "3"]]);
});
