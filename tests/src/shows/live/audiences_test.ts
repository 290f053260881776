import { equal, ok } from "node:assert/strict";
import {
  event_stream_backlog_bytes_max,
  event_streams_per_process,
} from "../../../../src/limits.ts";
import type { Item } from "../../../../src/outbox/news.ts";
import { Audiences } from "../../../../src/shows/live/audiences.ts";
import type { ShowNow } from "../../../../src/shows/read_show.ts";
import type { Shop } from "../../../../src/shop.ts";
import { Ears } from "../../../support/ears.ts";
import { offer, showNow } from "./show_now.ts";

const show = "01a1fc43-1677-7917-9a80-9cfe1b6ebb5f";
const rest_ms = 150;

/** A show that is read from memory, and whose news the test tells. */
class Theatre {
  now: ShowNow | Error = showNow();
  reads = 0;
  watching = false;
  tell: (items: readonly Item[]) => void = () => {};
  readonly audiences: Audiences;

  constructor() {
    const news = {
      watch: (watcher: (items: readonly Item[]) => void) => {
        this.tell = watcher;
        this.watching = true;
        return () => this.watching = false;
      },
      begun: () => Promise.resolve(),
    };
    const platform = {
      now: () => Date.now(),
      log: () => {},
      configuration: { timeZone: "Asia/Seoul" },
      assets: { path: (name: string) => name },
    };
    const glance = () => {
      this.reads++;
      return this.now instanceof Error ? Promise.reject(this.now) : Promise.resolve(this.now);
    };
    this.audiences = new Audiences({ platform, news, glance } as unknown as Shop);
  }

  join(locale: "ko" | "en" = "ko"): ReadableStream<Uint8Array> {
    const outcome = this.audiences.join(show, locale);
    ok(!outcome.refusal);
    return outcome.stream;
  }

  async change(now: ShowNow | Error): Promise<void> {
    this.now = now;
    this.tell([{ topic: "show", subject: show, body: {} }]);
    await rest();
  }
}

const rest = () => new Promise((rested) => setTimeout(rested, rest_ms));

Deno.test("everybody who reads a language is told by one reading", async () => {
  const theatre = new Theatre();
  const streams = [theatre.join(), theatre.join(), theatre.join("en")];
  const all = streams.map((stream) => new Ears(stream));
  await rest();
  theatre.reads = 0;
  await theatre.change(showNow({ offers: [offer("a"), offer("b", 3)] }));
  equal(theatre.reads, 2);
  for (const ears of all) await ears.hears(({ data }) => data.includes("product-b"));
  await all[0]!.hears(({ data }) => data.includes("3개"));
  await all[2]!.hears(({ data }) => data.includes("3 left"));
  for (const ears of all) await ears[Symbol.asyncDispose]();
  await rest();
});

Deno.test("who comes a moment later hears what the page may have missed", async () => {
  const theatre = new Theatre();
  await using first = new Ears(theatre.join());
  await rest();
  await theatre.change(showNow({ offers: [offer("a"), offer("b", 3)] }));
  await using second = new Ears(theatre.join());
  await second.hears(({ data }) => data.includes("3개"));
  equal(first.heard.length > 0, true);
  await rest();
});

Deno.test("nothing is watched when everybody has left", async () => {
  const theatre = new Theatre();
  const ears = new Ears(theatre.join());
  await rest();
  equal(theatre.watching, true);
  equal(theatre.audiences.viewers, 1);
  await ears[Symbol.asyncDispose]();
  equal(theatre.watching, false);
  equal(theatre.audiences.viewers, 0);
  await rest();
});

Deno.test("a process bears so many streams and not one more", async () => {
  const theatre = new Theatre();
  const streams = Array.from({ length: event_streams_per_process }, () => theatre.join());
  equal(theatre.audiences.join(show, "ko").refusal?.code, "UNAVAILABLE");
  await streams.pop()!.cancel();
  streams.push(theatre.join("en"));
  await Promise.all(streams.map((stream) => stream.cancel()));
  await rest();
});

Deno.test("who does not read is let go before the backlog grows", async () => {
  const theatre = new Theatre();
  const idle = theatre.join();
  await rest();
  const letter = "x".repeat(event_stream_backlog_bytes_max / 2);
  for (let round = 0; round < 4; round++) {
    await theatre.change(showNow({ show: { notice: `${letter}${round}` } }));
  }
  equal(theatre.audiences.viewers, 0);
  await idle.cancel().catch(() => {});
});

Deno.test("when the show cannot be read its viewers are let go, to come again", async () => {
  const theatre = new Theatre();
  await using ears = new Ears(theatre.join());
  await rest();
  await theatre.change(new Error("no database"));
  await ears.ended;
  equal(theatre.audiences.viewers, 0);
});
