import assert from "node:assert/strict";
import { inStudio } from "../../support/on_media.ts";
import { probe } from "../../support/probe.ts";
import { until } from "../../support/until.ts";

Deno.test("a second publisher is refused while the first is there, and no leaving is told of him", async () => {
  await inStudio(async ({ door, media, publish }) => {
    publish();
    await until(() => door.told("on_publish").length === 1);
    assert.ok(await publish().refused());
    assert.equal(door.told("on_publish").length, 2);
    assert.equal(door.told("on_unpublish").length, 0);
    assert.equal((await probe(`${media.playUrl}/live/show-1.flv`)).frames, 60);
  });
});

Deno.test("within its hook the shop may drop the first, and the second goes on air", async () => {
  await inStudio(async ({ door, media, publish }) => {
    const first = publish();
    await until(() => door.told("on_publish").length === 1);
    const old = door.told("on_publish")[0]!.body.client_id!;
    door.answer = async ({ body }) => {
      if (body.action !== "on_publish") return Response.json({ code: 0 });
      const dropped = await fetch(`${media.apiUrl}/api/v1/clients/${old}`, { method: "DELETE" });
      assert.equal((await dropped.json()).code, 0);
      await until(() => door.told("on_unpublish").length === 1);
      return Response.json({ code: 0 });
    };
    const second = publish();
    assert.ok(await first.refused());
    assert.equal(door.told("on_unpublish")[0]!.body.client_id, old);
    await until(() => door.told("on_publish").length === 2);
    assert.equal((await probe(`${media.playUrl}/live/show-1.flv`)).frames, 60);
    assert.equal(second.ended, false);
    assert.equal(door.told("on_unpublish").length, 1);
  });
});
