import assert from "node:assert/strict";
import { type Town, townTest } from "./town.ts";

/** Moves the clock to a moment of the day, in UTC, some days from now. */
function passTo(town: Town, time: string, days = 1): void {
  const day = new Date(town.now() + days * 86_400_000).toISOString().slice(0, 10);
  town.pass((Date.parse(`${day}T${time}Z`) - town.now()) / 1_000);
}

townTest("a schedule sends its message at each moment of its cron", async (town) => {
  passTo(town, "09:00:30");
  const { scheduleId } = await town.client.schedules.create({
    destination: `${town.origin}/sweep`,
    cron: "*/5 * * * *",
    body: "sweep",
    headers: { "x-shop": "7" },
    scheduleId: "maru-sweep",
  });
  assert.equal(scheduleId, "maru-sweep");
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 0);

  for (const time of ["09:05:00", "09:10:00", "09:15:01"]) {
    passTo(town, time, 0);
    await town.scheduler.deliverDue();
    await town.scheduler.deliverDue();
  }
  assert.equal(town.arrivals.length, 3);
  const [arrival] = town.arrivals;
  assert.equal(arrival?.path, "/sweep");
  assert.equal(arrival?.body, "sweep");
  assert.equal(arrival?.headers.get("x-shop"), "7");
  assert.equal(arrival?.headers.get("upstash-schedule-id"), "maru-sweep");
});

townTest("turns that were missed are one turn", async (town) => {
  passTo(town, "09:00:30");
  await town.client.schedules.create({ destination: town.origin, cron: "* * * * *" });
  passTo(town, "12:30:30", 0);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
  passTo(town, "12:31:00", 0);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 2);
});

townTest("a cron may be told in the shop's zone", async (town) => {
  passTo(town, "00:00:00");
  await town.client.schedules.create({
    destination: town.origin,
    cron: "CRON_TZ=Asia/Seoul 0 10 * * *",
  });
  passTo(town, "00:59:59", 0);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 0);
  passTo(town, "01:00:00", 0);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
});

townTest("making a schedule again changes it, and costs it no turn", async (town) => {
  passTo(town, "09:00:50");
  const make = (path: string, cron = "* * * * *") =>
    town.client.schedules.create({
      destination: `${town.origin}${path}`,
      cron,
      scheduleId: "maru-sweep",
    });
  await make("/old");
  const { createdAt } = await town.client.schedules.get("maru-sweep");
  passTo(town, "09:01:10", 0);
  await make("/new");
  await town.scheduler.deliverDue();
  assert.deepEqual(town.arrivals.map((a) => a.path), ["/new"]);

  await make("/new", "0 12 * * *");
  const schedules = await town.client.schedules.list();
  assert.equal(schedules.length, 1);
  const [schedule] = schedules;
  assert.equal(schedule?.cron, "0 12 * * *");
  assert.equal(schedule?.destination, `${town.origin}/new`);
  assert.equal(schedule?.createdAt, createdAt);
  assert.equal(new Date(schedule?.nextScheduleTime ?? 0).getUTCHours(), 12);
});

townTest("a paused schedule is silent, and what it missed stays missed", async (town) => {
  passTo(town, "09:00:30");
  await town.client.schedules.create({
    destination: town.origin,
    cron: "* * * * *",
    scheduleId: "s",
  });
  await town.client.schedules.pause({ schedule: "s" });
  assert.equal((await town.client.schedules.get("s")).isPaused, true);
  passTo(town, "10:00:30", 0);
  await town.scheduler.deliverDue();
  await town.client.schedules.resume({ schedule: "s" });
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 0);
  passTo(town, "10:01:00", 0);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
});

townTest("a deleted schedule is gone", async (town) => {
  const { scheduleId } = await town.client.schedules.create({
    destination: town.origin,
    cron: "* * * * *",
  });
  await town.client.schedules.delete(scheduleId);
  town.pass(120);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 0);
  await assert.rejects(town.client.schedules.get(scheduleId), /not found/);
  await assert.rejects(town.client.schedules.delete(scheduleId), /not found/);
  await assert.rejects(town.client.schedules.pause({ schedule: scheduleId }), /not found/);
  await assert.rejects(town.client.schedules.resume({ schedule: scheduleId }), /not found/);
});

townTest("a schedule's delay counts from its turn", async (town) => {
  passTo(town, "09:00:30");
  await town.client.schedules.create({ destination: town.origin, cron: "* * * * *", delay: 20 });
  passTo(town, "09:01:19", 0);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 0);
  passTo(town, "09:01:20", 0);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
});

townTest("a schedule that could never have a turn is refused", async (town) => {
  const bad = ["", "x", "61 * * * *", "* * * * * *", "0 0 30 2 *", "CRON_TZ=Mars/One * * * * *"];
  for (const cron of bad) {
    const made = town.client.schedules.create({ destination: town.origin, cron });
    await assert.rejects(made, /upstash-cron/, cron);
  }
  assert.deepEqual(await town.client.schedules.list(), []);
});

townTest("a turn that fails is retried like any message", async (town) => {
  town.answer = () => new Response("", { status: 500 });
  passTo(town, "09:00:30");
  await town.client.schedules.create({ destination: town.origin, cron: "0 10 * * *", retries: 1 });
  passTo(town, "10:00:00", 0);
  await town.scheduler.deliverDue();
  town.pass(12);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 2);
  const { messages } = await town.client.dlq.listMessages();
  assert.equal(messages.length, 1);
  assert(messages[0]?.scheduleId?.startsWith("scd_"));
});
