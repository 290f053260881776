import { uuidv7 } from "uuidv7";
import type { Person } from "../http/env.ts";
import { refresh_grace_seconds, refresh_token_days } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { Turn } from "./tokens.ts";

interface PersonRow {
  id: string;
  session_id: string;
  turn: number;
  display_name: string;
  admin: boolean;
  seller_id: string | null;
  moderates: string[];
}

// Who a session belongs to and what they may do, by what an admin or the deployment decided.
const person = `
  p.id, s.id as session_id, s.turn, p.display_name, p.admin,
  (select id from sellers where person_id = p.id and approved_at is not null) as seller_id,
  coalesce((select jsonb_agg(seller_id) from moderators where person_id = p.id), '[]') as moderates`;

export interface Opened extends Turn {
  readonly person: Person;
}

/** Opens a session on a device. */
export async function openSession(
  database: Database,
  personId: string,
  device: string,
): Promise<Opened> {
  const [row] = await database.query<PersonRow>(
    `with s as (
       insert into sessions (id, person_id, device, expires_at)
       values ($1, $2, $3, now() + make_interval(days => $4)) returning *
     )
     select ${person} from s join people p on p.id = s.person_id`,
    [uuidv7(), personId, device.slice(0, 200), refresh_token_days],
    { name: "open_session" },
  );
  return opened(row!);
}

/**
 * Turns the session: the next refresh token replaces this one. The one just replaced is still good
 * for `refresh_grace_seconds`, because a browser sends several requests at once; an older one has
 * been stolen, or its successor has, and ends the session for both.
 */
export async function turnSession(
  database: Database,
  { sessionId, turn }: Turn,
): Promise<Opened | undefined> {
  const [row] = await database.query<PersonRow>(
    `with s as (
       update sessions set
         turn = turn + case when turn = $2 then 1 else 0 end,
         turned_at = case when turn = $2 then now() else turned_at end,
         used_at = now(),
         expires_at = now() + make_interval(days => $3)
       where id = $1 and revoked_at is null and expires_at > now()
         and (turn = $2 or turn = $2 + 1 and turned_at > now() - make_interval(secs => $4))
       returning *
     ), stolen as (
       update sessions set revoked_at = now()
       where id = $1 and revoked_at is null and not (
         turn = $2 or turn = $2 + 1 and turned_at > now() - make_interval(secs => $4))
     )
     select ${person} from s join people p on p.id = s.person_id where p.suspended_at is null`,
    [sessionId, turn, refresh_token_days, refresh_grace_seconds],
    { name: "turn_session" },
  );
  return row && opened(row);
}

/** Who a session belongs to, without turning it; undefined when it could not be turned either. */
export async function readSession(
  database: Database,
  { sessionId, turn }: Turn,
): Promise<Person | undefined> {
  const [row] = await database.query<PersonRow>(
    `select ${person} from sessions s join people p on p.id = s.person_id
     where s.id = $1 and s.revoked_at is null and s.expires_at > now() and p.suspended_at is null
       and (s.turn = $2 or s.turn = $2 + 1 and s.turned_at > now() - make_interval(secs => $3))`,
    [sessionId, turn, refresh_grace_seconds],
    { name: "read_session" },
  );
  return row && opened(row).person;
}

/** Ends one session of a person, or all of them. */
export async function revokeSessions(database: Database, personId: string, sessionId?: string) {
  await database.query(
    `update sessions set revoked_at = now()
     where person_id = $1 and revoked_at is null and ($2::uuid is null or id = $2)`,
    [personId, sessionId ?? null],
    { name: "revoke_sessions" },
  );
}

function opened(row: PersonRow): Opened {
  return {
    sessionId: row.session_id,
    turn: row.turn,
    person: {
      id: row.id,
      sessionId: row.session_id,
      displayName: row.display_name,
      admin: row.admin,
      sellerId: row.seller_id ?? undefined,
      moderates: row.moderates,
    },
  };
}
