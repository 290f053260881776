import { glance_keys_max, glance_ms } from "../limits.ts";
import type { News } from "./news.ts";

/** Reads what everybody sees alike, once for all who ask at the same moment. */
export type Glance = <Seen>(key: string, read: () => Promise<Seen>) => Promise<Seen>;

interface Look {
  /** How much had been committed when it began. */
  readonly commits: number;
  readonly at: number;
  readonly seen: Promise<unknown>;
  done: boolean;
  /** The look after this one, for those who came when it was already stale. */
  next?: Promise<unknown>;
}

/**
 * A look is good for `glance_ms`, and only until this process knows of a commit: whoever changed
 * something sees it. While things change all the time, each key is read over and over, but never
 * twice at once.
 * @param now milliseconds since 1970
 */
export function glance(news: Pick<News, "commits">, now: () => number): Glance {
  const looks = new Map<string, Look>();

  function look<Seen>(key: string, read: () => Promise<Seen>): Promise<Seen> {
    const last = looks.get(key);
    if (last && last.commits === news.commits && (!last.done || now() - last.at < glance_ms)) {
      return last.seen as Promise<Seen>;
    }
    if (last && !last.done) {
      last.next ??= last.seen.then(() => look(key, read), () => look(key, read));
      return last.next as Promise<Seen>;
    }
    return begin(key, read);
  }

  function begin<Seen>(key: string, read: () => Promise<Seen>): Promise<Seen> {
    if (looks.size >= glance_keys_max) looks.clear();
    const seen = read();
    const one: Look = { commits: news.commits, at: now(), seen, done: false };
    looks.set(key, one);
    seen.then(() => one.done = true, () => {
      one.done = true;
      looks.delete(key);
    });
    return seen;
  }

  return look;
}
