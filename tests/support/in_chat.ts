import { equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Message } from "../../views/shop/types.ts";
import type { Database } from "../../src/platform.ts";
import { eachDatabase } from "./databases.ts";
import type { Answer, Person } from "./person.ts";
import { setScene } from "./scene.ts";
import { TestApp } from "./test_app.ts";

/** The chat of a show on air, with those who write in it and those who moderate it. */
export interface InChat {
  readonly database: Database;
  readonly app: TestApp;
  readonly showId: string;
  /** Where the API moderates it. */
  readonly desk: string;
  readonly kim: Person;
  readonly lee: Person;
  readonly seller: Person;
  readonly moderator: Person;
  tryToSay(who: Person, text: string): Promise<Answer>;
  say(who: Person, text: string): Promise<Message>;
  /** What everybody reads. */
  said(): Promise<Message[]>;
  /** The audit's rows, oldest first. */
  acts(): Promise<{ verb: string; text: string | null }[]>;
}

/** States something about a chat, on PGlite and on PostgreSQL. */
export function inChat(statement: string, body: (at: InChat) => Promise<void>): void {
  eachDatabase(statement, (database) => onChat(database, body));
}

export async function onChat(
  database: Database,
  body: (at: InChat) => Promise<void>,
): Promise<void> {
  await using app = new TestApp(database);
  const seller = await app.signedIn({ role: "seller", name: "Haneul" });
  const moderator = await app.signedIn({ role: "moderator", name: "Boram" });
  const { showId } = await setScene(database, { stock: [5] });
  await database.query(
    "update shows set seller_id = (select id from sellers where name <> 'Maru')",
  );
  const tryToSay = (who: Person, text: string) =>
    who.post(`/api/shows/${showId}/messages`, { id: uuidv7(), text });
  await body({
    database,
    app,
    showId,
    desk: `/api/desk/shows/${showId}`,
    kim: await app.signedIn({ name: "Kim" }),
    lee: await app.signedIn({ name: "Lee" }),
    seller,
    moderator,
    tryToSay,
    async say(who, text) {
      const { status, body } = await tryToSay(who, text);
      equal(status, 201, JSON.stringify(body));
      return body as unknown as Message;
    },
    async said() {
      const path = `/api/shows/${showId}/messages`;
      return (await app.guest().get<{ items: Message[] }>(path)).body.items;
    },
    acts: () =>
      database.query(
        "select verb, facts ->> 'text' as text from audit order by created_at, id",
      ),
  });
}
