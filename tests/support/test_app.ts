import type { Redis } from "@upstash/redis";
import { apiDocument } from "../../edge/api_document.ts";
import { inProcess } from "../../edge/redis/in_process.ts";
import { type App, makeApp } from "../../src/app.ts";
import type { Configuration, Database, Platform } from "../../src/platform.ts";
import { roomsHere } from "../../src/room/here.ts";
import { type Introduction, Person } from "./person.ts";

export interface TestAppOptions {
  readonly configuration?: Partial<Configuration>;
  /** Milliseconds since 1970; by default the wall clock. */
  readonly now?: () => number;
  /** By default one of its own in this process. */
  readonly redis?: Redis;
}

/** The application in this process, on a database of the test's own. */
export class TestApp implements AsyncDisposable {
  readonly origin = "http://shop.test";
  readonly app: App;
  readonly files = new Map<string, Uint8Array>();
  /** What was logged, one object a line. */
  readonly log: { level: string; event: string; [field: string]: unknown }[] = [];
  #works = new Set<Promise<unknown>>();
  #scheduler = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => Response.json({ messageId: "test", scheduleId: "test" }),
  );

  constructor(readonly database: Database, options: TestAppOptions = {}) {
    this.app = makeApp(this.#platform(options));
  }

  readonly fetch: typeof fetch = async (input, init) =>
    await this.app.fetch(new Request(input, init));

  guest(): Person {
    return new Person(this);
  }

  signedIn(who: Introduction = {}): Promise<Person> {
    return Person.signedIn(this, who);
  }

  /** Changes the database behind the application's back, and lets it know. */
  async change(text: string, parameters: readonly unknown[] = []): Promise<void> {
    await this.database.query(text, parameters);
    this.app.shop.news.hurry();
  }

  /** Waits for what outlives the answers. */
  async settled(): Promise<void> {
    while (this.#works.size > 0) await Promise.all(this.#works);
  }

  /** The database is left to its owner. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.shop.rooms!.close();
    // A test that asks little is done before the keys are made.
    await this.app.shop.sessions.tokens;
    await this.settled();
    await this.#scheduler.shutdown();
  }

  #platform({ configuration, now = Date.now, redis = inProcess(now) }: TestAppOptions): Platform {
    const { files } = this;
    return {
      database: this.database,
      redis,
      scheduler: {
        url: `http://127.0.0.1:${this.#scheduler.addr.port}`,
        token: "token",
        currentSigningKey: "current",
        nextSigningKey: "next",
        callbackOrigin: this.origin,
      },
      files: {
        put: (name, bytes) => Promise.resolve(void files.set(name, bytes)),
        get: (name) => Promise.resolve(files.get(name)),
        delete: (name) => Promise.resolve(void files.delete(name)),
      },
      apiDocument,
      rooms: roomsHere,
      assets: { path: (name) => `/assets/${name}`, get: () => Promise.resolve(undefined) },
      configuration: {
        secrets: { current: { id: "1", bytes: new Uint8Array(32).fill(7) } },
        developerSignIn: true,
        timeZone: "Asia/Seoul",
        // Everybody in a test comes from one address, and in a hurry.
        rateLimits: false,
        secureCookies: false,
        ...configuration,
      },
      log: (level, event, fields) => void this.log.push({ level, event, ...fields }),
      now,
      after: (work) => {
        const settled = work.finally(() => this.#works.delete(settled));
        this.#works.add(settled);
      },
    };
  }
}
