import * as z from "zod";

const decimals = { USD: 2, KRW: 0 } as const;

/**
 * Minor units of money as a person types it: `25.90`, `1,200`, `$25`, `₩25,000`; undefined when it
 * is no money of this currency.
 */
export function minorUnits(typed: string, currency: "USD" | "KRW"): number | undefined {
  const bare = typed.replace(/^[$₩]\s*|\s*원$/g, "").replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  const [, units, fraction = ""] = bare.match(/^(\d{1,12})(?:\.(\d+))?$/) ?? [];
  const places = decimals[currency];
  if (units === undefined || fraction.length > places) return undefined;
  return Number(units + fraction.padEnd(places, "0"));
}

/** Money as a form sends it, held to the bounds of a schema. */
export function typedMoney<Schema extends z.ZodType<number, number>>(
  currency: "USD" | "KRW",
  schema: Schema,
) {
  return z.string().transform((typed, context) => {
    const amount = minorUnits(typed, currency);
    if (amount !== undefined) return amount;
    context.addIssue({ code: "custom", message: "money" });
    return z.NEVER;
  }).pipe(schema);
}
