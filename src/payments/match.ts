/** Money that has arrived, as a bank lists it. */
export interface Transfer {
  /** Line of the file, from 1; empty ones do not count. */
  readonly line: number;
  /** When, as the bank writes it. */
  readonly at: string;
  readonly name: string;
  /** Minor units. */
  readonly amount: number;
}

/** An order that waits for its money. */
export interface AwaitedPayment {
  readonly number: string;
  readonly depositorName: string;
  /** Minor units. */
  readonly total: number;
  /** ISO 8601. */
  readonly placedAt: string;
}

/** That a transfer pays for an order; the seller decides. */
export interface Proposal {
  readonly transfer: Transfer;
  readonly order: AwaitedPayment;
  readonly certainty: Certainty;
}

/** `"sure"`: amount and name are the same. `"likely"`: one name is a part of the other. */
export type Certainty = "sure" | "likely";

/**
 * Pairs transfers with orders of the same amount by their names, each at most once; who orders
 * twice for the same amount pays for the older order first. Where a name is only a part of
 * another, and would fit several orders, nothing is proposed.
 */
export function proposeMatches(
  transfers: readonly Transfer[],
  orders: readonly AwaitedPayment[],
): Proposal[] {
  const open = [...orders].sort((a, b) => a.placedAt < b.placedAt ? -1 : 1);
  const proposals: Proposal[] = [];
  for (const certainty of ["sure", "likely"] as const) {
    for (const transfer of transfers) {
      if (proposals.some((proposal) => proposal.transfer === transfer)) continue;
      const fitting = open.filter((order) => likeness(transfer, order) === certainty);
      const [order] = fitting;
      if (!order || certainty === "likely" && fitting.length > 1) continue;
      proposals.push({ transfer, order, certainty });
      open.splice(open.indexOf(order), 1);
    }
  }
  return proposals.sort((a, b) => a.transfer.line - b.transfer.line);
}

function likeness(transfer: Transfer, order: AwaitedPayment): Certainty | undefined {
  if (transfer.amount !== order.total) return undefined;
  const [sent, expected] = [words(transfer.name), words(order.depositorName)];
  if (sameWords(sent, expected)) return "sure";
  const [a, b] = [sent.join(""), expected.join("")].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ];
  return [...a].length >= part_characters_min && b.includes(a) ? "likely" : undefined;
}

// Banks cut names short and add digits; one character is too little to tell people apart.
const part_characters_min = 2;

/** `"ＫＩＭ, Minji"` and `"minji kim"` are the same words. */
function words(name: string): string[] {
  return name.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function sameWords(a: readonly string[], b: readonly string[]) {
  return a.length > 0 &&
    (a.join("") === b.join("") || [...a].sort().join(" ") === [...b].sort().join(" "));
}
