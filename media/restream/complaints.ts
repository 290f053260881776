import {
  restream_complaint_characters_max,
  restream_complaints_per_run,
} from "../../src/limits.ts";
import type { Reason, Sent } from "../../src/restreams/door.ts";

const secret_characters_min = 6;

/** What ffmpeg says of one run, without what is secret of its target. */
export class Complaints {
  readonly #lines: string[] = [];
  readonly #secrets: readonly string[];

  constructor(private readonly target: Pick<Sent, "url" | "key" | "source">) {
    this.#secrets = secretsOf(target);
  }

  get all(): readonly string[] {
    return this.#lines;
  }

  hear(line: string): void {
    if (line.trim() === "" || this.#lines.length >= restream_complaints_per_run) return;
    this.#lines.push(this.#scrubbed(line).slice(0, restream_complaint_characters_max));
  }

  /** Why a run ended that nobody ended. @param ran whether anything had been sent */
  reason(ran: boolean): Reason {
    const text = this.#lines.join("\n");
    if (/certificate/i.test(text)) return "certificate";
    if (text.includes(`${this.target.source}:`) || /Error opening input/.test(text)) {
      return "no_source";
    }
    if (unreachable.test(text)) return "unreachable";
    if (/Error|End of file|Broken pipe|reset by peer|rtmps?:\/\//i.test(text)) {
      return ran ? "lost" : "refused";
    }
    // ffmpeg ends well when what it reads from has ended.
    return text === "" ? "no_source" : "broken";
  }

  #scrubbed(line: string): string {
    return this.#secrets.reduce((text, secret) => text.replaceAll(secret, "…"), line);
  }
}

const unreachable =
  /Connection refused|Failed to resolve|timed out|No route to host|unreachable|Cannot open connection/i;

/** The key whole and in its parts, as they are and as they stand in an address; longest first. */
function secretsOf({ url, key }: Pick<Sent, "url" | "key">): string[] {
  const parts = [key, ...key.split(/[?&=/]/), ...new URL(url).search.split(/[?&=]/)];
  return [...new Set(parts.flatMap((part) => [part, encodeURIComponent(part), encodeURI(part)]))]
    .filter(({ length }) => length >= secret_characters_min)
    .sort((one, other) => other.length - one.length);
}
