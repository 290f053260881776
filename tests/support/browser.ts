import axeCore from "axe-core";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { findChromium, switches } from "../../scripts/provide/chromium.ts";

/** How somebody looks at the shop. */
export interface Look {
  /** What the browser may complain of: the test is about it. */
  readonly complaints?: RegExp;
  /** The shop's address; paths are visited below it. */
  readonly origin?: string;
  readonly scripts?: boolean;
  readonly language?: "ko" | "en";
  readonly scheme?: "light" | "dark";
  readonly width?: keyof typeof screens;
  /** What other visits have left: cookies of a person who signed in. */
  readonly cookies?: Parameters<BrowserContext["addCookies"]>[0];
}

const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} satisfies Record<string, BrowserContextOptions>;

const screenshots = ".build/screenshots";
const patience_ms = 10_000;

const withoutScripts = new WeakSet<Page>();
let launched: Promise<Browser> | undefined;

Deno.test.afterAll(async () => {
  await (await launched)?.close();
  launched = undefined;
});

/**
 * Opens a page in a fresh profile for as long as `visit` takes. Fails when a script throws or the
 * page breaks its content policy; a failed visit leaves `failed.png` among the screenshots.
 */
export async function withPage<T>(look: Look, visit: (page: Page) => Promise<T>): Promise<T> {
  const { origin, scripts = true, language = "ko", scheme = "light", width = "phone" } = look;
  const browser = await (launched ??= launch());
  const context = await browser.newContext({
    ...screens[width],
    baseURL: origin,
    javaScriptEnabled: scripts,
    locale: language === "ko" ? "ko-KR" : "en-US",
    colorScheme: scheme,
    timezoneId: "Asia/Seoul",
    reducedMotion: "reduce",
  });
  try {
    if (look.cookies) await context.addCookies(look.cookies);
    context.setDefaultTimeout(patience_ms);
    const page = await context.newPage();
    if (!scripts) withoutScripts.add(page);
    const complaints = listen(page, look.complaints);
    try {
      const seen = await visit(page);
      if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join("\n")}`);
      return seen;
    } catch (error) {
      await screenshot(page, "failed").catch(() => {});
      throw error;
    }
  } finally {
    await context.close();
  }
}

/** Writes the whole page to `.build/screenshots/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${screenshots}/${name}.png`, fullPage: true });
}

/** What axe holds against the page, a line for each rule and element; empty when all is well. */
export async function axe(page: Page): Promise<string[]> {
  // With scripts off Chromium runs no timers, which axe waits for; it still settles promises.
  if (withoutScripts.has(page)) {
    await page.evaluate("window.setTimeout = (act) => { Promise.resolve().then(() => act()); }");
  }
  // Evaluated, not injected: a strict policy blocks a script tag.
  await page.evaluate(axeCore.source);
  return await page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then((found) =>
    found.violations.flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [id, impact, help, target.join(" "), failureSummary].join(" | "))))`);
}

function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium: `deno task test` provides one");
  return chromium.launch({ executablePath, args: [...switches] });
}

function listen(page: Page, expected?: RegExp): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A refused form is an answer like any other, though the browser calls it a failed resource.
    const refused = /Failed to load resource: .* status of 4\d\d/.test(message.text());
    if (message.type() === "error" && !refused && !expected?.test(message.text())) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  return complaints;
}
