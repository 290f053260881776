import { deepEqual, equal } from "node:assert/strict";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import type { Database } from "../../../src/platform.ts";
import { type Item, News } from "../../../src/outbox/news.ts";
import { eachDatabase, onPostgres } from "../../support/databases.ts";

const write = `insert into outbox (topic, subject, body) values ($1, '${uuidv7()}', '{}')`;

/** What a watcher has been told, by topic. */
class Reader {
  readonly told: string[] = [];
  readonly end: () => void;

  constructor(news: News) {
    this.end = news.watch((items: readonly Item[]) => {
      this.told.push(...items.map(({ topic }) => topic));
    });
  }

  /** Waits until it was told of a topic. */
  async hasRead(topic: string): Promise<void> {
    for (let look = 0; look < 400 && !this.told.includes(topic); look++) await rest();
  }

  /**
   * What was told without what was committed before: while anything older is under way in the
   * cluster, a new watcher may be told of that once more.
   */
  without(before: string): string[] {
    return this.told.filter((topic) => topic !== before);
  }
}

const rest = () => new Promise((rested) => setTimeout(rested, 25));

const newsOf = (database: Database) => new News(database, () => {});

eachDatabase(
  "whoever watches is told of every commit once, in order",
  async (database) => {
    const news = newsOf(database);
    await database.query(write, ["before"]);
    const reader = new Reader(news);
    await news.begun();
    const topics = Array.from({ length: 20 }, (_, n) => `topic ${n}`);
    for (const topic of topics) {
      await database.query(write, [topic]);
      news.hurry();
    }
    await reader.hasRead(topics.at(-1)!);
    reader.end();
    await rest();
    deepEqual(reader.without("before"), topics);
  },
);

eachDatabase("what another process commits is told without its saying so", async (database) => {
  const news = newsOf(database);
  const reader = new Reader(news);
  await news.begun();
  const { commits } = news;
  await database.query(write, ["elsewhere"]);
  await reader.hasRead("elsewhere");
  reader.end();
  await rest();
  deepEqual(reader.told, ["elsewhere"]);
  equal(news.commits > commits, true);
});

eachDatabase("who watches again begins anew", async (database) => {
  const news = newsOf(database);
  new Reader(news).end();
  await rest();
  await database.query(write, ["meanwhile"]);
  const reader = new Reader(news);
  await news.begun();
  await database.query(write, ["after"]);
  news.hurry();
  await reader.hasRead("after");
  reader.end();
  await rest();
  deepEqual(reader.without("meanwhile"), ["after"]);
});

onPostgres(
  "a transaction that began early and committed late is not passed over",
  async ({ database, url }) => {
    const slow = new pg.Client({ connectionString: url });
    await slow.connect();
    const news = newsOf(database);
    const reader = new Reader(news);
    await news.begun();

    await slow.query("begin");
    await slow.query(write, ["slow"]);
    await database.query(write, ["quick"]);
    news.hurry();
    await rest();
    await slow.query("commit");
    await reader.hasRead("quick");
    reader.end();
    await slow.end();
    await rest();
    deepEqual(reader.told, ["slow", "quick"]);
  },
);
