import { machine } from "../machine.ts";
import { type Weight, worker_gz_bytes_max } from "../../worker.ts";
import type { Measure } from "../measure.ts";
import { type Compared, median } from "./distance.ts";
import type { Ran } from "./race.ts";

export interface Found {
  readonly version: string;
  /** What an isolate loads of the Worker to start, and all there is of it. */
  readonly worker: { readonly start: Weight; readonly whole: Weight };
  readonly runtimes: readonly Ran[];
  readonly distance: Compared;
}

const times_min = 4;

/** @returns the text, and how much is not as it should be */
export async function report(
  { version, worker, runtimes, distance }: Found,
): Promise<{ text: string; faults: number }> {
  const { ours, interactive } = distance;
  const faults = [
    worker.start.gzipped > worker_gz_bytes_max &&
    `the Worker weighs ${kB(worker.start.gzipped)} gz`,
    ...(["hold", "order"] as const).map((what) =>
      interactive[what] / ours[what] < times_min &&
      `${what}: ${(interactive[what] / ours[what]).toFixed(1)} times the interactive transaction`
    ),
    ...runtimes.map(({ name, pages, holds }) => {
      const wrong = pages.reduce((sum, one) => sum + one.wrong, 0);
      const errors = holds.flatMap(({ answers }) => Object.keys(answers))
        .filter((answer) => answer !== "held" && answer !== "waiting");
      return (wrong > 0 || errors.length > 0) && `${name}: ${wrong} pages; ${errors.join(", ")}`;
    }),
  ].filter((fault) => fault !== false);
  const text = [
    "# The edge",
    "",
    `\`deno task bench edge\` · ${await machine()} · ${version}`,
    "",
    "## The same application on each runtime",
    "",
    `To start, an isolate loads ${kB(worker.start.gzipped)} gz of the Worker (at most ${
      kB(worker_gz_bytes_max)
    }), ${kB(worker.start.bytes)}`,
    `unpacked; rooms, the desk, the API and QStash's client when they are needed, ${
      kB(worker.whole.gzipped)
    } gz in all. A start is`,
    "from nothing to the first answer of a new process. The page is a product's, for 32 connections;",
    "the holds are of one variant, by 64 clients, a new person for each. Medians of turns. Deno and",
    "Node reach PostgreSQL by its protocol; workerd reaches it over HTTP, through what stands in for",
    "Neon in a process that also measures, and gathers nothing. One machine has all of it.",
    "",
    "| runtime | start, ms | pages/s | p50 ms | holds/s | p50 ms |",
    "|---|---:|---:|---:|---:|---:|",
    ...runtimes.map(row),
    "",
    `## ${distance.name}`,
    "",
    "One person after the other; middle of milliseconds, from asking to the answer. Ours is the whole",
    "shop over HTTP on Deno, with limits, remembered answers and news; the other is by hand, on one",
    "connection that is there already.",
    "",
    `| | ours | interactive transaction | × (at least ${times_min}) |`,
    "|---|---:|---:|---:|",
    ...(["hold", "order"] as const).map((what) =>
      `| ${what} | ${ours[what].toFixed(1)} | ${interactive[what].toFixed(1)} | ${
        (interactive[what] / ours[what]).toFixed(1)
      } |`
    ),
    "",
    ...(faults.length > 0 ? [`**Not as it should be:** ${faults.join("; ")}.`, ""] : []),
  ].join("\n");
  return { text, faults: faults.length };
}

function row({ name, starts, pages, holds }: Ran): string {
  const cells = [
    median(starts),
    median(pages.map(({ perSecond }) => perSecond)),
    median(pages.map(({ p50 }) => p50)),
    median(holds.map(rate)),
    median(holds.map(({ p50 }) => p50)),
  ];
  return `| ${name} | ${cells.map((cell) => cell.toFixed(0)).join(" | ")} |`;
}

function rate({ answers, seconds }: Measure): number {
  return Object.values(answers).reduce((sum, count) => sum + count, 0) / seconds;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
