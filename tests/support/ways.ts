import type { Page } from "playwright-core";
import { copy } from "../../views/copy/mod.ts";
import { type Look, withPage } from "./browser.ts";
import type { Person } from "./person.ts";
import { type Stage, stage } from "./stage.ts";

/** One way of using the shop, in which everything must work that works in another. */
export interface Way {
  readonly stage: Stage;
  readonly scripts: boolean;
  readonly language: "ko" | "en";
  /** What the pages say. */
  readonly words: ReturnType<typeof copy>;
  /** Opens a page for somebody: by default a guest, on the screen of this way. */
  visit<T>(who: Person | undefined, see: (page: Page) => Promise<T>, look?: Look): Promise<T>;
}

/** Runs a test with scripts, on a phone, in Korean; and without, on a desktop, in English. */
export function bothWays(name: string, test: (way: Way) => Promise<void>): void {
  Deno.test(`${name} (scripts on)`, () => go(true, "ko", "phone", test));
  Deno.test(`${name} (scripts off)`, () => go(false, "en", "desktop", test));
}

async function go(
  scripts: boolean,
  language: "ko" | "en",
  width: "phone" | "desktop",
  test: (way: Way) => Promise<void>,
) {
  const opened = await stage();
  const { origin } = opened;
  await test({
    stage: opened,
    scripts,
    language,
    words: copy(language),
    visit: (who, see, look) =>
      withPage({
        origin,
        scripts,
        language,
        width,
        cookies: who?.cookies.forBrowser(origin),
        ...look,
      }, see),
  });
}
