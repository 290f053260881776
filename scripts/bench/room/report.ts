import { machine } from "../machine.ts";
import type { Joining } from "./joining.ts";
import type { Heard } from "./load.ts";
import type { Rejoining } from "./rejoin.ts";

export interface Row extends Heard {
  readonly name: string;
  readonly sockets: number;
  readonly messagesPerSecond: number;
}

const p99_ms_max = 150;
const times_bare_max = 1.5;
const rejoin_share_max = 0.2;
const join_bytes_max = 64 * 1024;
const decode_ms_max = 5;
/** Where it is judged: 400,000 deliveries a second. */
const judged = { sockets: 2_000, messagesPerSecond: 200 };

/** @returns the report, and how much of it is not as it should be */
export async function report(
  rows: readonly Row[],
  rejoining: Rejoining,
  joining: Joining,
  seconds: number,
) {
  const faults: string[] = [];
  const loads = Map.groupBy(
    rows,
    (row) => `${row.sockets} sockets, ${row.messagesPerSecond} messages/s`,
  );
  const parts = [...loads].flatMap(([load, rows]) => {
    if (
      rows[0]!.sockets === judged.sockets && rows[0]!.messagesPerSecond === judged.messagesPerSecond
    ) {
      judge(load, rows, faults);
    }
    return [
      `## ${load}`,
      "",
      "| server | delivered | CPU s / million | p50 ms | p99 ms | bytes / delivery | kB / socket |",
      "|---|---:|---:|---:|---:|---:|---:|",
      ...rows.map((row) =>
        `| ${row.name} | ${(row.share * 100).toFixed(1)} % | ${cost(row).toFixed(2)} | ${
          row.p50.toFixed(0)
        } | ${row.p99.toFixed(0)} | ${row.bytesPerDelivery.toFixed(0)} | ${
          row.kilobytesPerSocket.toFixed(0)
        } |`
      ),
      "",
    ];
  });
  const { ours, json, history, missed } = rejoining;
  const { messages, bytes, decode_ms } = joining;
  if (bytes > join_bytes_max) faults.push(`joining costs ${bytes} bytes`);
  if (decode_ms > decode_ms_max) faults.push(`joining takes ${decode_ms.toFixed(1)} ms to decode`);
  if (ours > json * rejoin_share_max) faults.push(`coming back costs ${ours} bytes`);
  const text = [
    "# The room",
    "",
    `\`deno task bench room\` · ${await machine()}`,
    "",
    `Messages of 120 bytes to everybody, ${seconds} s each after a warm-up; all servers on Deno, the load`,
    "in a process of its own on the same machine. Our room is the whole application on PostgreSQL and",
    "stores each message before it is shown; the others keep a history in memory at most. Gathered:",
    "what comes within 50 ms goes out as one frame (Hocuspocus by its own `flushDelay`).",
    "",
    ...parts,
    "## Coming, and coming back",
    "",
    `After ${missed} messages were missed, with all that a server sends at first: our room ${ours} bytes,`,
    `while ${history} messages as JSON are ${json} bytes. After ${messages} messages, who comes for the first`,
    `time gets ${bytes} bytes of chat, decoded in ${decode_ms.toFixed(2)} ms.`,
    "",
    faults.length === 0
      ? `At ${judged.sockets} sockets and ${judged.messagesPerSecond} messages/s our room delivered everything, within its bounds.`
      : `**Not as it should be:** ${faults.join("; ")}.`,
    "",
  ].join("\n");
  return { text, faults: faults.length };
}

function judge(load: string, rows: readonly Row[], faults: string[]) {
  const named = (name: string) => rows.find((row) => row.name === name)!;
  const [ours, bare] = [named("our room"), named("a bare broadcast, gathered")];
  const times = cost(ours) / cost(bare);
  if (ours.share < 1) faults.push(`${load}: ${(ours.share * 100).toFixed(2)} % delivered`);
  if (ours.p99 > p99_ms_max) faults.push(`${load}: p99 ${ours.p99.toFixed(0)} ms`);
  if (times > times_bare_max) {
    faults.push(`${load}: ${times.toFixed(2)} times a bare broadcast, not ${times_bare_max}`);
  }
  if (cost(ours) > cost(named("Hocuspocus, gathered"))) faults.push(`${load}: above Hocuspocus`);
}

function cost({ cpuSeconds, delivered }: Row): number {
  return cpuSeconds / delivered * 1e6;
}
