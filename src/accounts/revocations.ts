import { access_token_minutes, revocation_notice_seconds } from "../limits.ts";
import type { Platform } from "../platform.ts";

/**
 * Which sessions were ended while an access token of theirs may still be about. Asked of the
 * database at most every `revocation_notice_seconds`, so ending a session takes effect within that
 * time and costs the others nothing.
 */
export class Revocations {
  #ended = new Set<string>();
  #readAt = -Infinity;
  #reading?: Promise<void>;

  constructor(
    private readonly platform: Pick<Platform, "database" | "now" | "requestsApart">,
  ) {}

  async includes(sessionId: string): Promise<boolean> {
    if (this.platform.now() - this.#readAt > revocation_notice_seconds * 1000) {
      await (this.platform.requestsApart ? this.#read() : this.#readOnce());
    }
    return this.#ended.has(sessionId);
  }

  #readOnce(): Promise<void> {
    return this.#reading ??= this.#read().finally(() => this.#reading = undefined);
  }

  async #read() {
    const at = this.platform.now();
    const rows = await this.platform.database.query<{ id: string }>(
      "select id from sessions where revoked_at > now() - make_interval(mins => $1)",
      [access_token_minutes + 1],
      { name: "revoked_sessions" },
    );
    this.#ended = new Set(rows.map((row) => row.id));
    this.#readAt = at;
  }
}
