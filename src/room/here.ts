import type { News } from "../outbox/news.ts";
import type { Platform } from "../platform.ts";
import { Attendance } from "./attendance.ts";
import { Join } from "./join.ts";
import { Rooms } from "./rooms.ts";

/** Keeps rooms in this process, joined to those of others through Redis. */
export function roomsHere(platform: Platform, news: News): Rooms {
  const { redis, now, log } = platform;
  return new Rooms({
    platform,
    news,
    link: new Join(redis, log),
    attendance: new Attendance(redis, now, log),
  });
}
