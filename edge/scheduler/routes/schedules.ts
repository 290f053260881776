import { Hono } from "hono";
import { uuidv7 } from "uuidv7";
import { scheduler_page_max } from "../../../src/limits.ts";
import type { Core } from "../core.ts";
import { nextMoment } from "../cron.ts";
import { fault } from "../fault.ts";
import { readId } from "../identity.ts";
import { listed, moment } from "../message.ts";
import { readContent } from "../read_content.ts";
import { destinationOf, readText } from "../read_request.ts";
import { readDelaySeconds } from "../read_timing.ts";
import {
  deleteSchedule,
  findSchedule,
  listSchedules,
  pauseSchedule,
  putSchedule,
  resumeSchedule,
  type Schedule,
} from "../store/schedules.ts";

export function scheduleRoutes({ database, now, wake }: Core): Hono {
  const routes = new Hono();

  routes.get("/", async function list(c) {
    return c.json((await listSchedules(database, scheduler_page_max)).map(scheduleView));
  });

  routes.get("/:id", async function get(c) {
    const schedule = await findSchedule(database, c.req.param("id"));
    if (schedule === undefined) throw fault("schedule not found", 404);
    return c.json(scheduleView(schedule));
  });

  routes.post("/*", async function put(c) {
    const headers = c.req.raw.headers;
    const destination = destinationOf(c.req.url, "/v2/schedules/");
    const cron = headers.get("upstash-cron") ?? "";
    const id = headers.get("upstash-schedule-id") ?? `scd_${uuidv7()}`;
    await putSchedule(database, {
      id: readId("upstash-schedule-id", id),
      cron,
      content: readContent(destination, headers, await readText(c.req.raw)),
      delay_seconds: readDelaySeconds(headers),
      paused: false,
      last_at: null,
      next_at: moment(nextTurnMs(cron, now())),
      created_at: moment(now()),
    });
    wake();
    return c.json({ scheduleId: id });
  });

  routes.delete("/:id", async function remove(c) {
    if (!await deleteSchedule(database, c.req.param("id"))) throw fault("schedule not found", 404);
    return c.body(null, 204);
  });

  routes.patch("/:id/pause", async function pause(c) {
    if (!await pauseSchedule(database, c.req.param("id"))) throw fault("schedule not found", 404);
    return c.body(null, 204);
  });

  routes.patch("/:id/resume", async function resume(c) {
    const schedule = await findSchedule(database, c.req.param("id"));
    if (schedule === undefined) throw fault("schedule not found", 404);
    await resumeSchedule(database, schedule.id, nextTurnMs(schedule.cron, now()));
    wake();
    return c.body(null, 204);
  });

  return routes;
}

function nextTurnMs(cron: string, nowMs: number): number {
  const nextMs = nextMoment(cron, nowMs);
  if (nextMs === undefined) throw fault("upstash-cron must name moments in five parts");
  return nextMs;
}

function scheduleView(schedule: Schedule) {
  const { content } = schedule;
  return {
    scheduleId: schedule.id,
    cron: schedule.cron,
    destination: content.url,
    method: content.method,
    header: listed(content.headers),
    body: content.body,
    retries: content.retries,
    delay: schedule.delay_seconds,
    callback: content.callback ?? undefined,
    failureCallback: content.failure_callback ?? undefined,
    isPaused: schedule.paused,
    createdAt: Date.parse(schedule.created_at),
    lastScheduleTime: schedule.last_at === null ? undefined : Date.parse(schedule.last_at),
    nextScheduleTime: Date.parse(schedule.next_at),
  };
}
