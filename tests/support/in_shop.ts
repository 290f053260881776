import type { Configuration, Database } from "../../src/platform.ts";
import { anyDatabase } from "./databases.ts";
import type { Answer, Person } from "./person.ts";
import { type Scene, setScene, type Setting } from "./scene.ts";
import { TestApp } from "./test_app.ts";

/** A shop in this process, with a live show, where somebody tries something. */
export interface InShop {
  readonly database: Database;
  readonly app: TestApp;
  readonly scene: Scene;
  /** Somebody new, signed in. */
  shopper(): Promise<Person>;
  /** Lets time run out for everything that is held now. */
  lapseAll(): Promise<void>;
}

/** States something about the shop, on PostgreSQL where there is one and on PGlite elsewhere. */
export function inShop(
  statement: string,
  setting: Setting,
  body: (at: InShop) => Promise<void>,
  configuration: Partial<Configuration> = {},
): void {
  anyDatabase(statement, async (database) => {
    await using app = new TestApp(database, { configuration });
    await body({
      database,
      app,
      scene: await setScene(database, setting),
      shopper: () => app.signedIn(),
      lapseAll: async () => {
        await database.query("update holds set expires_at = now() where state = 'held'");
      },
    });
  });
}

/** The code of a refusal that the API answered. */
export function codeOf({ body }: Answer): unknown {
  return body.code;
}

/** The hidden identity of the first form on a page that goes to `action`. */
export function identityOn(page: string, action: string): string {
  const form = page.split(`action="${action}"`)[1] ?? "";
  const [, identity] = form.match(/name="request" value="([0-9a-f-]{36})"/) ?? [];
  if (!identity) throw new Error(`no form to ${action}`);
  return identity;
}
