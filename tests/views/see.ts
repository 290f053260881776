/**
 * Draws every sample page in a browser, for people to look at:
 * `deno run -A tests/views/see.ts [page…]` writes pictures to `.build/seen`, or serves the pages
 * with `--serve`.
 */
import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/provide/chromium.ts";
import { serveSamples } from "./samples/serve.ts";

const folder = ".build/seen";
const screens = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 860 },
};

const asked = Deno.args.filter((arg) => !arg.startsWith("--"));
const options = new Set(Deno.args.filter((arg) => arg.startsWith("--")));
const { origin, names, server } = await serveSamples(24_010);

if (options.has("--serve")) {
  console.log(names.map((name) => `${origin}/ko/${name}`).join("\n"));
} else {
  await draw();
  await server.shutdown();
}

async function draw() {
  await Deno.mkdir(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
  });
  for (const [screen, viewport] of Object.entries(screens)) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const locale of ["ko", "en"]) {
        const look = [screen, colorScheme, locale];
        if (options.size > 0 && !look.every((part) => options.has(`--${part}`))) continue;
        const context = await browser.newContext({ viewport, colorScheme });
        const page = await context.newPage();
        page.on("console", (message) => console.log(message.text()));
        for (const name of asked.length > 0 ? asked : names) {
          await page.goto(`${origin}/${locale}/${name}`);
          await page.screenshot({
            path: `${folder}/${name}-${look.join("-")}.png`,
            fullPage: true,
          });
        }
        await context.close();
      }
    }
  }
  await browser.close();
}
