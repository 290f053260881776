import type { PGlite } from "@electric-sql/pglite";

const look_every_messages = 500;
const log_bytes_max = 64 * 1024 * 1024;

/**
 * What PostgreSQL's background processes do, and PGlite has none of: without checkpoints the log
 * grows for as long as the shop is open, without vacuum the tables do.
 */
export class Upkeep {
  #messages = 0;

  constructor(readonly engine: PGlite) {}

  /** To be called after every message, when nothing else is under way. */
  async afterMessage(): Promise<void> {
    if (++this.#messages % look_every_messages !== 0) return;
    if (this.engine.isInTransaction()) return;
    if (await this.logBytes() < log_bytes_max) return;
    await this.engine.exec("vacuum (analyze)");
    await this.engine.exec("checkpoint");
  }

  /** Bytes of log since the last checkpoint. */
  async logBytes(): Promise<number> {
    const { rows } = await this.engine.query<{ bytes: number }>(
      `select (pg_current_wal_insert_lsn() - redo_lsn)::float8 as bytes from pg_control_checkpoint()`,
    );
    return rows[0]?.bytes ?? 0;
  }
}
