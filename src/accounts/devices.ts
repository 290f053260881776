import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Device } from "../../views/shop/sessions.tsx";
import { sessions } from "../db/schema.ts";
import type { Person } from "../http/env.ts";
import type { Shop } from "../shop.ts";

/** Where somebody is signed in, the latest used first. */
export async function listDevices({ orm, platform }: Shop, person: Person): Promise<Device[]> {
  const rows = await orm.select().from(sessions)
    .where(and(
      eq(sessions.personId, person.id),
      isNull(sessions.revokedAt),
      gt(sessions.expiresAt, new Date(platform.now())),
    ))
    .orderBy(desc(sessions.usedAt)).limit(50);
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    usedAt: row.usedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    current: row.id === person.sessionId,
  }));
}
