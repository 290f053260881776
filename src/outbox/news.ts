import { news_poll_ms, news_rows_per_read } from "../limits.ts";
import type { Database, Log } from "../platform.ts";

/** A row of the outbox: something that was committed. */
export interface Item {
  readonly topic: string;
  /** What it is about: a variant, product, show, hold or order. */
  readonly subject: string;
  readonly body: Record<string, unknown>;
}

interface Row {
  transaction: string;
  id: string;
  topic: string;
  subject: string;
  body: Record<string, unknown>;
}

interface Place {
  readonly transaction: string;
  readonly id: string;
}

/**
 * Follows the outbox for those who watch in this process. Reads only while somebody watches: at
 * once when this process has committed something, and now and then for what others have.
 *
 * Rows are read in the order of their transactions and only behind the oldest one still under way,
 * so a transaction that began early and committed late is never passed over.
 */
export class News {
  #watchers = new Set<(items: readonly Item[]) => void>();
  #at?: Promise<Place>;
  #reading?: Promise<void>;
  #again = false;
  #timer?: ReturnType<typeof setTimeout>;
  #commits = 0;

  /** @param pollMs how often it reads what others have committed; Infinity: only when it is hurried */
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly pollMs: number = news_poll_ms,
  ) {}

  /** @returns what ends the watching */
  watch(watcher: (items: readonly Item[]) => void): () => void {
    this.#watchers.add(watcher);
    this.hurry();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.stop();
    };
  }

  /** How many commits this process knows of; what was read before the last one may be stale. */
  get commits(): number {
    return this.#commits;
  }

  /** Something was committed here: read now rather than at the next tick. */
  hurry(): void {
    this.#commits++;
    if (this.#watchers.size === 0) return;
    this.#again = true;
    this.#reading ??= this.#read().finally(() => this.#reading = undefined);
  }

  /**
   * Settles when those who watch by now will be told of whatever is committed from then on.
   * @throws DatabaseError when the outbox cannot be read
   */
  async begun(): Promise<void> {
    await (this.#at ??= this.#end());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#at = undefined;
  }

  async #read() {
    clearTimeout(this.#timer);
    try {
      while (this.#again) {
        this.#again = false;
        const rows = await this.#next();
        if (rows.length === news_rows_per_read) this.#again = true;
        if (rows.length === 0) continue;
        this.#commits++;
        this.#watchers.forEach((watcher) => watcher(rows));
      }
    } catch (error) {
      this.log("warn", "news.unread", { error: String(error) });
    }
    if (this.#watchers.size === 0 || this.pollMs === Infinity) return;
    this.#timer = setTimeout(() => this.hurry(), this.pollMs);
  }

  async #next(): Promise<Row[]> {
    this.#at ??= this.#end();
    const at = await this.#at;
    const rows = await this.database.query<Row>(
      `select transaction::text, id, topic, subject, body from outbox
       where (transaction, id) > ($1::xid8, $2::bigint)
         and transaction < pg_snapshot_xmin(pg_current_snapshot())
       order by transaction, id limit $3`,
      [at.transaction, at.id, news_rows_per_read],
      { name: "news" },
    );
    const last = rows.at(-1);
    // Nobody watches any more: who comes next begins anew.
    if (last && this.#at !== undefined) this.#at = Promise.resolve(last);
    return rows;
  }

  // Watching begins at what is still under way; a page that was drawn before has seen the rest.
  async #end(): Promise<Place> {
    try {
      const [row] = await this.database.query<{ transaction: string }>(
        "select (pg_snapshot_xmin(pg_current_snapshot()))::text as transaction",
      );
      this.#commits++;
      return { transaction: row!.transaction, id: "0" };
    } catch (error) {
      this.#at = undefined;
      throw error;
    }
  }
}
