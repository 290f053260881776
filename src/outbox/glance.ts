import { glance_keys_max, glance_ms } from "../limits.ts";
import type { News } from "./news.ts";

/** Reads what everybody sees alike, once for all who ask within `glance_ms`. */
export type Glance = <Seen>(key: string, read: () => Promise<Seen>) => Promise<Seen>;

interface Look {
  readonly at: number;
  readonly commits: number;
  readonly seen: Promise<unknown>;
}

/**
 * Whoever commits something in this process sees it at once: a look taken before the commit is not
 * used after it.
 * @param now milliseconds since 1970
 */
export function glance(news: News, now: () => number): Glance {
  const looks = new Map<string, Look>();

  return function look<Seen>(key: string, read: () => Promise<Seen>): Promise<Seen> {
    const { commits } = news;
    const last = looks.get(key);
    if (last && last.commits === commits && now() - last.at < glance_ms) {
      return last.seen as Promise<Seen>;
    }
    const seen = read();
    seen.catch(() => looks.get(key)?.seen === seen && looks.delete(key));
    if (looks.size >= glance_keys_max) looks.clear();
    looks.set(key, { at: now(), commits, seen });
    return seen;
  };
}
