import assert from "node:assert/strict";
import { limits } from "../../../media/server/limits.ts";
import { inStudio } from "../../support/on_media.ts";
import { probe } from "../../support/probe.ts";
import { RawRtmp } from "../../support/raw_rtmp.ts";
import { held, until } from "../../support/until.ts";

const at_once_ms_max = 2_000;
const late_ms_max = limits.wish_ms_max + at_once_ms_max;
const names = [
  "a/b",
  "../../x",
  "a.b",
  "쇼",
  "'; drop table shows; --",
  "",
  "a".repeat(65),
  "a b",
  7,
];

/** What strangers send, and how long they may stay. */
type Stranger = readonly [what: string, ms_max: number, come: (url: string) => Promise<RawRtmp>];

const strangers: readonly Stranger[] = [
  ["nothing", late_ms_max, RawRtmp.connect],
  ["half a handshake", late_ms_max, sending(new Uint8Array(700))],
  ["a request of HTTP", late_ms_max, sending(bytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n"))],
  ["noise", late_ms_max, sending(noise(100_000))],
  ["noise after the handshake", late_ms_max, greeted((one) => one.send(noise(100_000)))],
  ["an address that is none", at_once_ms_max, (url) => RawRtmp.greeted(url, "live", "://")],
  ["an address that is a number", at_once_ms_max, (url) => RawRtmp.greeted(url, "live", 7)],
  ["a command that is none", late_ms_max, greeted((one) => one.message(20, noise(200)))],
  ["a message of 16 MB", at_once_ms_max, greeted((one) => one.message(9, noise(9), 0xffffff))],
  ["chunks of nothing", at_once_ms_max, greeted((one) => one.message(1, new Uint8Array(4)))],
  ["chunks of 4 GB", at_once_ms_max, greeted((one) => one.message(1, bytes("\x7f\x7f\x7f\x7f")))],
  ["thirty kinds at once", at_once_ms_max, greeted(thirtyKinds)],
  ["another application", at_once_ms_max, async (url) => {
    const one = await RawRtmp.greeted(url, "admin");
    await one.publish("show-2");
    return one;
  }],
  ["a key of 20 kB", at_once_ms_max, publishing(`show-2?key=${"k".repeat(20_000)}`)],
  ...names.map((name) =>
    [`the name ${JSON.stringify(name)}`, at_once_ms_max, publishing(name)] satisfies Stranger
  ),
];

Deno.test("strangers are let go, the shop is not asked, and who is on air is not disturbed", async () => {
  await inStudio(async ({ door, media, publish, flvStatus }) => {
    const publisher = publish();
    await until(async () => await flvStatus() === 200);
    const stays = await Promise.all(strangers.map(async ([what, ms_max, come]) => {
      await using stranger = await come(media.publishUrl);
      return [what, await stranger.closed(ms_max)];
    }));
    assert.deepEqual(stays.filter(([, closed]) => !closed), []);
    assert.equal(door.told("on_publish").length, 1);
    assert.equal(publisher.ended, false);
    assert.equal((await probe(`${media.playUrl}/live/show-1.flv`)).complaints, "");
  });
});

Deno.test("a key of 10 kB is for the shop to refuse", async () => {
  await inStudio(async ({ door, media }) => {
    door.answer = () => Response.json({ code: 1 }, { status: 403 });
    await using one = await RawRtmp.greeted(media.publishUrl);
    await one.publish(`show-1?key=${"k".repeat(10_000)}`);
    assert.ok(await one.closed(at_once_ms_max));
    assert.equal(door.told("on_publish")[0]!.body.param, `?key=${"k".repeat(10_000)}`);
  });
});

Deno.test("who was let in and sends what nobody can read, or nothing, is let go and told of", async () => {
  const wrong: readonly ((one: RawRtmp) => Promise<void>)[] = [
    async () => {},
    (one) => one.message(18, noise(100)),
    (one) => one.message(9, new Uint8Array(0)),
    (one) => one.message(9, noise(1000)),
    (one) => one.message(8, new Uint8Array(1)),
    (one) => one.publish("show-2"),
    (one) => one.invoke({ cmd: "deleteStream", transId: 4, cmdObj: null, streamId: 1 }),
  ];
  await inStudio(async ({ door, media, publish, flvStatus }) => {
    await Promise.all(wrong.map(async (send, at) => {
      const told = (action: string) =>
        door.told(action).some(({ body }) => body.stream === `wrong-${at}`);
      await using one = await RawRtmp.greeted(media.publishUrl);
      await one.publish(`wrong-${at}`);
      await until(() => told("on_publish"));
      await send(one);
      assert.ok(await one.closed(limits.first_packet_ms_max + at_once_ms_max), String(send));
      assert.ok(await held(() => told("on_unpublish"), at_once_ms_max));
    }));
    assert.equal(door.told("on_publish").length, wrong.length);
    publish();
    await until(async () => await flvStatus() === 200);
  });
});

Deno.test("a publisher of sound alone is heard, one of pictures alone is seen", async () => {
  await inStudio(async ({ media, publish, flvStatus }) => {
    publish("sound", { picture: false });
    publish("picture", { sound: false });
    for (const [name, codec] of [["sound", "aac"], ["picture", "h264"]] as const) {
      await until(async () => await flvStatus(name) === 200);
      const flv = await probe(`${media.playUrl}/live/${name}.flv`);
      assert.deepEqual([flv.codecs, flv.complaints], [[codec], ""]);
      const playlist = `${media.playUrl}/live/${name}.m3u8`;
      await until(async () => (await (await fetch(playlist)).text()).includes(".ts"));
      const hls = await probe(playlist);
      assert.deepEqual([hls.codecs, hls.complaints], [[codec], ""]);
    }
  });
});

Deno.test("a stream that is not there is not found, within the moment that one may be late", async () => {
  await inStudio(async ({ media }) => {
    const begun = performance.now();
    const answer = await fetch(`${media.playUrl}/live/nobody.flv`);
    await answer.body?.cancel();
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
    assert.ok(performance.now() - begun < limits.begin_ms_max + at_once_ms_max);
    for (
      const path of ["live/nobody.m3u8", "live/..%2fserver.ts", "recordings/x.mp4", "", "live"]
    ) {
      const { status, body } = await fetch(`${media.playUrl}/${path}`);
      await body?.cancel();
      assert.equal(status, 404, path);
    }
  });
});

function greeted(then: (one: RawRtmp) => Promise<void>) {
  return async (url: string) => {
    const one = await RawRtmp.greeted(url);
    await then(one);
    return one;
  };
}

function publishing(name: unknown) {
  return greeted((one) => one.publish(name));
}

function sending(text: Uint8Array) {
  return async (url: string) => {
    const one = await RawRtmp.connect(url);
    await one.send(text);
    return one;
  };
}

async function thirtyKinds(one: RawRtmp): Promise<void> {
  for (let channel = 4; channel < 34; channel++) await one.message(9, noise(10), 1000, channel);
}

/** The same at every run. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => state = (state * 75 + 74) % 65_537);
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
