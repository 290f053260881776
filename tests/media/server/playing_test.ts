import assert from "node:assert/strict";
import { HookDoor } from "../../support/hook_door.ts";
import { MediaServer } from "../../support/media_server.ts";
import { probe } from "../../support/probe.ts";
import { Publisher } from "../../support/publisher.ts";
import { until } from "../../support/until.ts";

Deno.test("what is published plays over FLV and over HLS, with its picture and sound", async () => {
  await using door = new HookDoor();
  await using media = await new MediaServer().start(door.origin);
  await using _publisher = new Publisher(`${media.publishUrl}/show-1?key=secret`);
  await until(() => door.told("on_publish").length === 1);
  const flv = await probe(`${media.playUrl}/live/show-1.flv`);
  assert.deepEqual(flv, { codecs: ["aac", "h264"], frames: 60, complaints: "" });

  const playlist = `${media.playUrl}/live/show-1.m3u8`;
  await until(async () => {
    const answer = await fetch(playlist);
    await answer.body?.cancel();
    return answer.ok;
  });
  const hls = await probe(playlist);
  assert.deepEqual(hls, { codecs: ["aac", "h264"], frames: 60, complaints: "" });
});
