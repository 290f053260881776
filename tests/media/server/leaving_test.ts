import assert from "node:assert/strict";
import { inStudio } from "../../support/on_media.ts";
import { probe } from "../../support/probe.ts";
import { held, until } from "../../support/until.ts";

const told_ms_max = 1_000;
/** Twice what a publisher may be quiet. */
const frozen_ms_max = 10_000;

Deno.test("within a second the shop knows of a publisher who died", async () => {
  await inStudio(async ({ door, publish }) => {
    const publisher = publish();
    await until(() => door.told("on_publish").length === 1);
    await publisher.kill("SIGKILL");
    assert.ok(await held(() => door.told("on_unpublish").length === 1, told_ms_max));
  });
});

Deno.test("and of one who took his leave", async () => {
  await inStudio(async ({ door, publish }) => {
    const publisher = publish("show-1", { seconds: 1 });
    assert.ok(await publisher.status);
    assert.ok(await held(() => door.told("on_unpublish").length === 1, told_ms_max));
  });
});

Deno.test("a publisher who freezes is let go", async () => {
  await inStudio(async ({ door, publish, flvStatus }) => {
    const publisher = publish();
    await until(async () => await flvStatus() === 200);
    publisher.freeze();
    assert.ok(await held(() => door.told("on_unpublish").length === 1, frozen_ms_max));
    assert.equal(await flvStatus(), 404);
  });
});

Deno.test("a stream ends for its viewers when its publisher leaves, and begins when he is back", async () => {
  await inStudio(async ({ media, publish, flvStatus }) => {
    const publisher = publish();
    await until(async () => await flvStatus() === 200);
    const watching = await fetch(`${media.playUrl}/live/show-1.flv`);
    await publisher.kill();
    for await (const _ of watching.body!) { /* it ends */ }
    assert.equal(await flvStatus(), 404);

    publish();
    await until(async () => await flvStatus() === 200);
    assert.equal((await probe(`${media.playUrl}/live/show-1.flv`)).frames, 60);
  });
});

Deno.test("a playlist goes on where it was when the publisher is back", async () => {
  await inStudio(async ({ media, publish }) => {
    const playlist = async () => {
      const answer = await fetch(`${media.playUrl}/live/show-1.m3u8`);
      const text = await answer.text();
      return answer.ok ? Number(/MEDIA-SEQUENCE:(\d+)/.exec(text)?.[1]) : 0;
    };
    const publisher = publish();
    await until(async () => await playlist() > 0);
    const before = await playlist();
    await publisher.kill();
    assert.equal(await playlist(), before);

    publish();
    await until(async () => await playlist() > before);
    assert.equal((await probe(`${media.playUrl}/live/show-1.m3u8`)).complaints, "");
  });
});

Deno.test("a server that is stopped, or dies, says nothing; its heartbeat tells that it began anew", async () => {
  await inStudio(async ({ door, media, publish }) => {
    publish("show-1");
    await until(() => door.told("on_publish").length === 1);
    const [before] = door.heartbeats;
    assert.equal(before?.body.device_id, media.hookToken);
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      const beats = door.heartbeats.length;
      await media.restart(signal);
      await until(() => door.heartbeats.length > beats);
      assert.equal(door.told("on_unpublish").length, 0);
    }
    const services = new Set(door.heartbeats.map(({ body }) => body.service));
    const servers = new Set(door.heartbeats.map(({ body }) => body.server));
    assert.deepEqual([services.size, servers.size], [3, 1]);
  });
});
