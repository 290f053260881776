import { cellsOf } from "./csv.ts";
import type { Transfer } from "./match.ts";

type Column = "at" | "name" | "amount";

/** What banks call their columns, the surer name first. */
const headings: Record<Column, readonly RegExp[]> = {
  at: [/거래\s*(일시|일자|날짜)/, /일시|일자|날짜/, /posting date|transaction date/, /date|time/],
  name: [
    /보낸\s*(분|사람)|입금자|의뢰인|송금인/,
    /sender|payer|depositor|from/,
    /기재\s*내용|내용|적요|비고/,
    /name|description/,
    /memo|details/,
  ],
  amount: [
    /입금\s*(금액|액)?|맡기신\s*금액/,
    /deposit|credit|money in/,
    /거래\s*금액|금액/,
    /amount/,
  ],
};

// Banks put an account's number, its owner and the period above the table.
const lines_above_max = 20;

/**
 * The money that came in, from a file that a bank gives out. Money that went out, and lines that
 * name no amount, are left out.
 * @returns undefined when no line names a column for the sender and one for the amount
 */
export function readTransfers(text: string, currency: "USD" | "KRW"): Transfer[] | undefined {
  const lines = cellsOf(text);
  const head = lines.slice(0, lines_above_max).findIndex((cells) => columnsOf(cells) !== undefined);
  const columns = columnsOf(lines[head] ?? []);
  if (!columns) return undefined;

  const { at, name, amount } = columns;
  return lines.slice(head + 1).flatMap((cells, index) => {
    const units = minorUnits(cells[amount] ?? "", currency);
    if (units === undefined || units <= 0) return [];
    return [{
      line: head + index + 2,
      at: cells[at ?? -1] ?? "",
      name: cells[name] ?? "",
      amount: units,
    }];
  });
}

function columnsOf(cells: readonly string[]) {
  const find = (column: Column) => {
    for (const heading of headings[column]) {
      const at = cells.findIndex((cell) => heading.test(cell.toLowerCase()));
      if (at >= 0) return at;
    }
  };
  const [at, name, amount] = [find("at"), find("name"), find("amount")];
  if (name === undefined || amount === undefined || name === amount) return undefined;
  return { at, name, amount };
}

/** `"1,234.50"`, `"$ 25"`, `"25,000원"`, `"(12.00)"` for what went out. */
function minorUnits(cell: string, currency: "USD" | "KRW"): number | undefined {
  const text = cell.replace(/[\s,$₩원]|USD|KRW/gi, "").replace(/^\((.+)\)$/, "-$1");
  const found = text.match(/^([+-]?)(\d{1,12})(?:\.(\d{1,2}))?$/);
  if (!found) return undefined;
  const [, sign, whole = "", part = ""] = found;
  const units = currency === "KRW"
    ? Number(whole)
    : Number(whole) * 100 + Number(part.padEnd(2, "0"));
  if (currency === "KRW" && Number(part) > 0) return undefined;
  return sign === "-" ? -units : units;
}
