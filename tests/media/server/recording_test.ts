import assert from "node:assert/strict";
import { inStudio } from "../../support/on_media.ts";
import { probe } from "../../support/probe.ts";
import { until } from "../../support/until.ts";

Deno.test("what was published can be played again, and the shop is told where", async () => {
  await inStudio(async ({ door, media, publish }) => {
    const before = Date.now();
    assert.ok(await publish("show-1?key=secret", { seconds: 3 }).status);
    await until(() => door.told("on_dvr").length === 1);
    const { file = "", stream, client_id, cwd } = door.told("on_dvr")[0]!.body;
    const [, name, began] = /^recordings\/(show-1\.(\d+)\.mp4)$/.exec(file)!;
    assert.ok(Number(began) >= before && Number(began) <= Date.now() - 2_000, file);
    assert.equal(stream, "show-1");
    assert.equal(client_id, door.told("on_publish")[0]!.body.client_id);
    await Deno.stat(`${cwd}/${file}`);

    const played = await probe(`${media.playUrl}/recordings/${name}`, 60);
    assert.deepEqual(played.codecs, ["aac", "h264"]);
    assert.equal(played.complaints, "");
    assert.ok(played.frames > 60 && played.frames <= 90, `${played.frames} of 90 frames`);
  }, { record: true });
});

Deno.test("a recording is whole although its server was stopped, or its publisher died", async () => {
  await inStudio(async ({ door, media, publish, flvStatus }) => {
    const publisher = publish();
    await until(async () => await flvStatus() === 200);
    await publisher.kill();
    await until(() => door.told("on_dvr").length === 1);

    publish();
    await until(async () => await flvStatus() === 200);
    await media.kill("SIGTERM");
    await until(() => door.told("on_dvr").length === 2);
    for (const { body } of door.told("on_dvr")) {
      assert.equal((await probe(`${body.cwd}/${body.file}`)).complaints, "");
    }
  }, { record: true });
});

Deno.test("nothing is recorded unless it is switched on", async () => {
  await inStudio(async ({ door, media, publish }) => {
    assert.ok(await publish("show-1", { seconds: 1 }).status);
    await until(() => door.told("on_unpublish").length === 1);
    assert.deepEqual([...Deno.readDirSync(`${media.folder}/recordings`)], []);
  });
});

Deno.test("a server that is killed leaves its recording whole, under a name that nobody is told", async () => {
  await inStudio(async ({ door, media, publish, flvStatus }) => {
    publish();
    await until(async () => await flvStatus() === 200);
    const folder = `${media.folder}/recordings`;
    await until(() => [...Deno.readDirSync(folder)].length === 1);
    await media.kill("SIGKILL");
    const [{ name }] = [...Deno.readDirSync(folder)] as [Deno.DirEntry];
    assert.match(name, /^\.show-1\.\d+\.mp4$/);
    await until(async () => (await probe(`${folder}/${name}`)).frames > 0);
    assert.deepEqual(door.told("on_dvr"), []);
  }, { record: true });
});
