import { access_token_minutes, revocation_notice_seconds } from "../limits.ts";
import type { Database } from "../platform.ts";

/**
 * Which sessions were ended while an access token of theirs may still be about. Asked of the
 * database at most every `revocation_notice_seconds`, so ending a session takes effect within that
 * time and costs the others nothing.
 */
export class Revocations {
  #ended = new Set<string>();
  #readAt = -Infinity;
  #reading?: Promise<void>;

  constructor(private readonly database: Database, private readonly now: () => number) {}

  async includes(sessionId: string): Promise<boolean> {
    if (this.now() - this.#readAt > revocation_notice_seconds * 1000) {
      await (this.#reading ??= this.#read().finally(() => this.#reading = undefined));
    }
    return this.#ended.has(sessionId);
  }

  async #read() {
    const at = this.now();
    const rows = await this.database.query<{ id: string }>(
      "select id from sessions where revoked_at > now() - make_interval(mins => $1)",
      [access_token_minutes + 1],
      { name: "revoked_sessions" },
    );
    this.#ended = new Set(rows.map((row) => row.id));
    this.#readAt = at;
  }
}
