import { Publisher } from "../../../tests/support/publisher.ts";
import { until } from "../../../tests/support/until.ts";
import { cpuSeconds, memory } from "../process.ts";
import type { Measured } from "./servers.ts";
import { Viewers, type Watched } from "./viewers.ts";

export const viewers_count = 50;
export const kbits_per_second = 2500;
const warm_seconds = 3;
const seconds = 15;
/** The rival does not answer before there is a picture. */
const answer_ms_max = 1_000;

/** What a media server costs, with nobody and with fifty people watching one stream over FLV. */
export interface Cost {
  /** Shares of one core. */
  readonly alone: number;
  readonly watched: number;
  /** Megabytes of memory with all of them. */
  readonly memory_mb: number;
  /** Of all of them together. */
  readonly mbits_per_second: number;
  readonly gap_ms: number;
  /** The middle of those who came. */
  readonly joined_ms: number;
}

export async function cost(open: () => Promise<Measured>): Promise<Cost> {
  await using server = await open();
  await using _publisher = await onAir(server);
  const address = `${server.playUrl}/live/bench.flv`;
  await pause(warm_seconds);
  const alone = await share(server.pid);

  await using viewers = await Viewers.come(address, viewers_count);
  await pause(warm_seconds);
  viewers.take();
  const watched = await share(server.pid);
  const { bytes, gap_ms, joined_ms }: Watched = viewers.take();
  return {
    alone,
    watched,
    memory_mb: await memory(server.pid) / 1024,
    mbits_per_second: bytes * 8 / 1e6 / seconds,
    gap_ms,
    joined_ms: joined_ms.toSorted((a, b) => a - b)[joined_ms.length >> 1]!,
  };
}

/** A publisher whose picture is there. One who comes before the server is ready tries again. */
async function onAir({ publishUrl, playUrl }: Measured): Promise<Publisher> {
  let publisher: Publisher | undefined;
  await until(
    async () => {
      if (!publisher || publisher.ended) {
        publisher = new Publisher(`${publishUrl}/bench`, { kbits_per_second });
      }
      const answer = await fetch(`${playUrl}/live/bench.flv`, {
        signal: AbortSignal.timeout(answer_ms_max),
      }).catch(() => undefined);
      await answer?.body?.cancel();
      return (answer?.ok ?? false) && !publisher.ended;
    },
    30_000,
    "a picture",
  );
  return publisher!;
}

async function share(pid: number): Promise<number> {
  const before = await cpuSeconds(pid);
  await pause(seconds);
  return (await cpuSeconds(pid) - before) / seconds;
}

function pause(seconds: number): Promise<void> {
  return new Promise((over) => setTimeout(over, seconds * 1000));
}
