import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { restream_again_seconds, restream_stall_seconds_max } from "../../../src/limits.ts";
import { onRestream } from "../../support/on_restream.ts";
import { processesTold } from "../../support/restream_process.ts";
import { until } from "../../support/until.ts";

const patience_ms = 60_000;
const allowed = () => Response.json({ code: 0 });
const turnedAway = () => Response.json({ code: 1 }, { status: 403 });

Deno.test("a target that dies, freezes or refuses is none of the others' business", async () => {
  await onRestream(async ({ door, restreamer, place, sentTo }) => {
    const steady = await place("steady");
    const dying = await place("dying");
    const freezing = await place("freezing");
    const refusing = await place("refusing");
    refusing.door.answer = turnedAway;
    const places = [steady, dying, freezing, refusing];
    const figures: string[] = [];
    const runs = ({ id }: { id: string }) => door.of(id)?.state === "running";
    const since = async (what: string, holds: () => boolean | Promise<boolean>) => {
      const begun = performance.now();
      await until(holds, patience_ms, what);
      figures.push(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    };

    door.targets = places.map((one) => sentTo(one));
    await since("three run from the first asking", () => [steady, dying, freezing].every(runs));
    const first = (await steady.publisher())!;
    const others = (await freezing.publisher())!;

    await dying.media.kill();
    await since("the death of one is known", () => door.of(dying.id)?.state === "waiting");
    match(String(door.of(dying.id)?.reason), /lost|unreachable/);
    await dying.media.start();
    await since(
      "its picture is back after its return",
      async () => runs(dying) && await dying.publisher() !== undefined,
    );
    equal((await freezing.publisher())?.cid, others.cid);

    freezing.media.freeze();
    await since("a frozen one is known", () => door.of(freezing.id)?.state === "waiting");
    ok(["stalled", "lost"].includes(door.of(freezing.id)?.reason ?? ""));
    freezing.media.thaw();
    await since(
      "its picture is back after its thaw",
      async () => runs(freezing) && await freezing.publisher() !== undefined,
    );

    await since("one that refuses is given up", () => door.of(refusing.id)?.state === "failed");
    deepEqual([door.of(refusing.id)?.tries, door.of(refusing.id)?.reason], [4, "refused"]);
    const asked = refusing.door.told("on_publish").map(({ at }) => at);
    equal(asked.length, 1 + restream_again_seconds.length);
    const pauses = asked.slice(1).map((at, turn) => (at - asked[turn]!) / 1000);
    figures.push(`pauses before it was tried again: ${pauses.map((one) => one.toFixed(1))} s`);
    pauses.forEach((pause, turn) => ok(pause >= restream_again_seconds[turn]!, String(pauses)));

    const told = await processesTold();
    match(told, /-fpre \/dev\/stdin/);
    for (const { key } of places) {
      const [name, secret] = key.split("?secret=") as [string, string];
      ok(!told.includes(secret), `the key of ${name} stands in the list of processes`);
      ok(!restreamer.log.includes(secret), `the key of ${name} stands in the log`);
    }
    doesNotMatch(restreamer.log, new RegExp(door.token));

    refusing.door.answer = allowed;
    door.change(refusing.id);
    await since("one that was switched on again runs", () => runs(refusing));

    const last = (await steady.publisher())!;
    equal(last.cid, first.cid, "the steady one was disturbed");
    deepEqual(door.statesOf(steady.id).slice(-1), ["running"]);
    equal(door.statesOf(steady.id).filter((state) => state === "running").length, 1);
    const seconds = door.of(steady.id)!.seconds;
    const megabits = (last.bytes - first.bytes) * 8 / 1e6;
    figures.push(`meanwhile the steady one ran ${seconds} s and got ${megabits.toFixed(0)} Mbit`);
    ok(megabits > seconds * 3, "the steady one starved");
    console.log(
      `restreaming, stall at ${restream_stall_seconds_max} s:\n  ${figures.join("\n  ")}`,
    );

    door.targets = [];
    await until(async () => (await restreamer.children()).length === 0);
    await until(async () =>
      (await Promise.all(places.map((one) => one.publisher()))).every((one) => !one)
    );
  });
});
