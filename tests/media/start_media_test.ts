import assert from "node:assert/strict";
import { startMedia } from "../../scripts/start_media.ts";
import { HookDoor } from "../support/hook_door.ts";
import { until } from "../support/until.ts";

Deno.test("a media server runs beside the shop that is started, and ends with it", async () => {
  await beside(async (door, open) => {
    const started = await open();
    assert.ok(typeof started === "object", String(started));
    const { publishUrl, playUrl, apiUrl, hookToken } = started.media;
    assert.match(publishUrl, /^rtmp:\/\/127\.0\.0\.1:\d+\/live$/);
    assert.equal(new URL(playUrl).origin, playUrl);
    await until(() => door.heartbeats.some(({ body }) => body.device_id === hookToken));

    await started.close();
    await assert.rejects(fetch(`${apiUrl}/api/v1/versions`));
  });
});

Deno.test("a second shop on the machine gets other ports", async () => {
  await beside(async (_door, open) => {
    const [one, other] = [await open(), await open()];
    assert.ok(typeof one === "object" && typeof other === "object");
    for (const name of ["publishUrl", "playUrl", "apiUrl"] as const) {
      assert.notEqual(one.media[name], other.media[name]);
    }
    await Promise.all([one.close(), other.close()]);
  });
});

Deno.test("it can be left away, and the shop says so", async () => {
  assert.match(String(await startMedia({ dataDir: "", port: 1 }, "off")), /MEDIA_SERVER=off/);
});

async function beside(
  test: (door: HookDoor, open: () => ReturnType<typeof startMedia>) => Promise<void>,
): Promise<void> {
  await using door = new HookDoor();
  const folders: string[] = [];
  await test(door, async () => {
    const dataDir = await Deno.makeTempDir();
    folders.push(dataDir);
    return await startMedia({ dataDir, port: Number(new URL(door.origin).port) }, undefined);
  });
  for (const folder of folders) await Deno.remove(folder, { recursive: true });
}
