import assert from "node:assert/strict";
import { limits } from "../../../media/server/limits.ts";
import { readTags } from "../../support/flv_tags.ts";
import { inStudio } from "../../support/on_media.ts";
import { probe } from "../../support/probe.ts";
import { until } from "../../support/until.ts";

const whole = { codecs: ["aac", "h264"], frames: 60, complaints: "" };

Deno.test("what is published plays over FLV, HLS and RTMP, with its picture and sound", async () => {
  await inStudio(async ({ door, media, publish }) => {
    publish();
    await until(() => door.told("on_publish").length === 1);
    assert.deepEqual(await probe(`${media.playUrl}/live/show-1.flv`), whole);
    assert.deepEqual(await probe(`${media.publishUrl}/show-1`), whole);

    const playlist = `${media.playUrl}/live/show-1.m3u8`;
    await until(async () => {
      const answer = await fetch(playlist);
      await answer.body?.cancel();
      return answer.ok;
    });
    assert.deepEqual(await probe(playlist), whole);
  });
});

Deno.test("an encoder as sellers have it, with B-frames and a key frame every two seconds, plays as well", async () => {
  await inStudio(async ({ media, publish }) => {
    publish("show-1", { likeObs: true, key_seconds: 2 });
    const playlist = `${media.playUrl}/live/show-1.m3u8`;
    await until(async () => (await (await fetch(playlist)).text()).includes(".ts"));
    for (const address of [`${media.playUrl}/live/show-1.flv`, playlist]) {
      const { frames, ...rest } = await probe(address);
      assert.deepEqual({ ...rest, frames: 60 }, whole);
      // Where B-frames begin, one may want what came before.
      assert.ok(frames >= 57 && frames <= 60, `${frames} frames`);
    }
  });
});

Deno.test("who comes gets a picture at once: what describes it, the last key frame, and what came since", async () => {
  await inStudio(async ({ media, publish, flvStatus }) => {
    // No key frame comes again while this test lasts.
    publish("show-1", { key_seconds: 60 });
    await until(async () => await flvStatus() === 200);
    const tags = await readTags(`${media.playUrl}/live/show-1.flv`, 8);
    assert.deepEqual(tags.slice(0, 4), [
      "words",
      "sound's header",
      "picture's header",
      "key frame",
    ]);
    assert.ok(tags.slice(4).every((tag) => tag === "sound" || tag === "frame"), tags.join());
  });
});

Deno.test("who comes a moment before the picture waits for it", async () => {
  await inStudio(async ({ media, publish }) => {
    const early = fetch(`${media.playUrl}/live/show-1.flv`);
    publish();
    const answer = await early;
    await answer.body?.cancel();
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  });
});

Deno.test("over RTMP a stream that is not there is refused within the same moment", async () => {
  await inStudio(async ({ media }) => {
    const begun = performance.now();
    const { codecs, complaints } = await probe(`${media.publishUrl}/nobody`);
    assert.deepEqual(codecs, []);
    assert.notEqual(complaints, "");
    assert.ok(performance.now() - begun < limits.begin_ms_max + 3_000);
  });
});
