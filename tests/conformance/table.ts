import type { Combination } from "./combination.ts";
import type { Promised } from "./promise.ts";

/** What became of a promise on a combination: kept, broken, or not tried. */
export type Mark = "✓" | "✗" | "–";

/** Promises down, combinations across, in Markdown. */
export function table(
  promises: readonly Pick<Promised, "says">[],
  combinations: readonly Pick<Combination, "name">[],
  mark: (says: string, name: string) => Mark,
): string {
  const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    row("", ...combinations.map(({ name }) => name)),
    row("---", ...combinations.map(() => ":-:")),
    ...promises.map(({ says }) => row(says, ...combinations.map(({ name }) => mark(says, name)))),
  ].join("\n");
}
