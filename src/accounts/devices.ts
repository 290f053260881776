import type { Device } from "../../views/shop/sessions.tsx";
import { isoSql } from "../db/iso.ts";
import type { Person } from "../http/env.ts";
import { devices_listed_max } from "../limits.ts";
import type { Shop } from "../shop.ts";

/** Where somebody is signed in, the latest used first. */
export function listDevices({ platform }: Shop, person: Person): Promise<Device[]> {
  return platform.database.query<Device>(
    list_devices,
    [person.id, person.sessionId, devices_listed_max],
    { name: "list_devices" },
  );
}

const list_devices = `
  select id, device, ${isoSql("used_at")} as "usedAt", ${isoSql("created_at")} as "createdAt",
    id = $2::uuid as current
  from sessions where person_id = $1 and revoked_at is null and expires_at > now()
  order by used_at desc limit $3`;
