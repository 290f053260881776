import { deepEqual, equal, ok } from "node:assert/strict";
import { onRestream } from "../../support/on_restream.ts";
import { RestreamProcess } from "../../support/restream_process.ts";
import { until } from "../../support/until.ts";

Deno.test("a restreamer that is killed leaves nothing behind; the next one goes on", async () => {
  await onRestream(async ({ door, restreamer, place, sentTo, use }) => {
    const at = await place("channel");
    door.targets = [sentTo(at)];
    await until(() => door.of(at.id)?.state === "running", 20_000);
    const before = (await at.publisher())!.cid;
    equal((await restreamer.children()).length, 1);
    await restreamer.kill("SIGKILL");
    await until(async () => await at.publisher() === undefined);
    const next = use(new RestreamProcess(door));
    await until(async () => (await at.publisher()) !== undefined, 20_000);
    ok((await at.publisher())!.cid !== before);
    await next.kill("SIGTERM");
    await until(async () => await at.publisher() === undefined);
  });
});

Deno.test("what is sent goes on while the shop is away, and follows it when it is back", async () => {
  await onRestream(async ({ door, place, sentTo, publisher }) => {
    const at = await place("channel");
    door.targets = [sentTo(at)];
    await until(() => door.of(at.id)?.state === "running", 20_000);
    const { cid } = (await at.publisher())!;
    door.away = true;
    const { bytes } = (await at.publisher())!;
    await until(async () => ((await at.publisher())?.bytes ?? 0) > bytes + 2_000_000, 20_000);
    door.targets = [sentTo(at, { version: 2 })];
    door.away = false;
    await until(async () => ![undefined, cid].includes((await at.publisher())?.cid), 20_000);

    await publisher.kill();
    await until(() => door.of(at.id)?.state === "waiting", 30_000);
    deepEqual(["no_source", "stalled"].includes(door.of(at.id)!.reason!), true);
  });
});
