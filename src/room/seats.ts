import type { Database } from "../platform.ts";
import type { CloseReason } from "./protocol.ts";
import type { Seat } from "./seat.ts";

/** Everybody who watches from this process, in whichever room. */
export class Seats {
  #seats = new Set<Seat>();

  get size(): number {
    return this.#seats.size;
  }

  /** The shows that somebody watches. */
  get showIds(): Set<string> {
    return new Set([...this.#seats].map(({ showId }) => showId));
  }

  add(seat: Seat): void {
    this.#seats.add(seat);
  }

  remove(seat: Seat): void {
    this.#seats.delete(seat);
  }

  /** Those who watch, each once however many sockets they have. */
  get viewers(): Set<string> {
    return new Set([...this.#seats].map(({ visitor }) => visitor.viewer));
  }

  dismissAll(reason: CloseReason = "goingAway"): void {
    for (const seat of [...this.#seats]) seat.dismiss(reason);
  }

  /**
   * Who was signed out or suspended goes, and who was banned since they came. They may come back as
   * what they are now.
   * @throws DatabaseError
   */
  async check(database: Database, now: number): Promise<void> {
    const watching = [...this.#seats].filter((seat) => seat.person);
    if (watching.length === 0) return;
    const rows = await database.query<{ n: number }>(ended_sessions, [
      watching.map(({ person }) => person!.sessionId),
      watching.map(({ showId }) => showId),
      watching.map(({ since }) => (now - since) / 1000),
    ], { name: "ended_sessions" });
    rows.forEach(({ n }) => watching[n - 1]!.dismiss("sessionEnded"));
  }
}

/** SQL: of those who watch, the ones who may not any more, by their number from 1. */
const ended_sessions = `
  select a.n::int as n
  from unnest($1::uuid[], $2::uuid[], $3::float8[]) with ordinality
    as a (session_id, show_id, seconds, n)
  where not exists (
    select from sessions s join people p on p.id = s.person_id
    where s.id = a.session_id and s.revoked_at is null and s.expires_at > now()
      and p.suspended_at is null
  ) or exists (
    select from sessions s join bans b on b.person_id = s.person_id
    join shows w on w.seller_id = b.seller_id
    where s.id = a.session_id and w.id = a.show_id
      and b.created_at > now() - make_interval(secs => a.seconds))`;
