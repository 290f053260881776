/**
 * `deno task bench media`: how long the picture of a show takes from the encoder to the screen of a
 * real browser, by the time burned into it, over FLV and over HLS; whether it ever waits; and what a
 * crowd costs the media server.
 */
import { machine } from "./machine.ts";
import { crowd } from "./media/crowd.ts";
import { openMediaStage } from "./media/stage.ts";
import { countWaits, type Kind, middle, type Watched, watchJoining } from "./media/watching.ts";

const most = {
  flv: { delay_ms: 1_500, firstFrame_ms: 600 },
  hls: { delay_ms: 5_000, firstFrame_ms: Infinity },
} as const;
const steady_seconds = Deno.args.includes("quick") ? 20 : 300;

const watched = {} as Record<Kind, Watched>;
const waits = {} as Record<Kind, number>;
await watchShow();
console.log("a crowd …");
const crowded = await crowd();

const faults = (["flv", "hls"] as const).flatMap((kind) => [
  middle(watched[kind].delays) > most[kind].delay_ms && `${kind}: too far behind`,
  middle(watched[kind].firstFrames) > most[kind].firstFrame_ms && `${kind}: late to begin`,
  waits[kind] > 0 && `${kind}: waited ${waits[kind]} times`,
]).filter((fault) => fault !== false);

const row = (kind: Kind) => {
  const { firstFrames, delays } = watched[kind];
  return `| ${kind.toUpperCase()} | ${range(firstFrames)} | ${range(delays)} | ${waits[kind]} |`;
};
const text = [
  "# The picture",
  "",
  `\`deno task bench media\` · ${await machine()}`,
  "",
  "One encoder as sellers have it (640 × 360 at 30 frames a second, a key frame a second, B-frames), the",
  "development media server, the shop and Chromium on one machine. The delay is read off the picture,",
  "where the time before the camera is burned in; first frames count from the request for the stream.",
  `Middle of ${watched.flv.delays.length} joins (least to most), and waits in ${steady_seconds} s.`,
  "",
  "| | first frame, ms | delay, ms | waits |",
  "| --- | --- | --- | ---: |",
  row("flv"),
  row("hls"),
  "",
  ...crowded,
  ...faults.length > 0 ? [`**Not as it should be:** ${faults.join("; ")}.`, ""] : [],
].join("\n");
console.log(text);
if (steady_seconds === 300) await Deno.writeTextFile("docs/benchmarks/media.md", text);
Deno.exitCode = faults.length === 0 ? 0 : 1;

async function watchShow() {
  await using stage = await openMediaStage();
  for (const kind of ["flv", "hls"] as const) {
    console.log(`joining over ${kind} …`);
    watched[kind] = await watchJoining(stage.url, kind);
    console.log(`watching over ${kind} for ${steady_seconds} s …`);
    waits[kind] = await countWaits(stage.url, kind, steady_seconds);
  }
}

function range(values: readonly number[]): string {
  const round = (ms: number) => Math.round(ms).toLocaleString("en");
  return `${round(middle(values))} (${round(Math.min(...values))} to ${
    round(Math.max(...values))
  })`;
}
