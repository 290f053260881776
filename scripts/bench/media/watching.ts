import { type Browser, chromium, type Page } from "playwright-core";
import { burned, readBurned } from "../../../media/test_picture.ts";
import { provideChromium, switches } from "../../provide/chromium.ts";

/** How a show's picture came to who watched. Milliseconds. */
export interface Watched {
  /** From the request for the stream to its first frame: of each join. */
  readonly firstFrames: readonly number[];
  /** From the clock before the camera to the eye: the middle of each join. */
  readonly delays: readonly number[];
}

export type Kind = "flv" | "hls";

const joins = 7;
const settled_ms = 6_000;
const picture_ms_max = 30_000;
const looks = 20;
const look_again_ms = 150;

/** Joins a show several times, one after the other, as somebody who opens its page. */
export async function watchJoining(url: string, kind: Kind): Promise<Watched> {
  const firstFrames: number[] = [];
  const delays: number[] = [];
  await withBrowser(async (browser) => {
    for (let join = 0; join < joins; join++) {
      const page = await browser.newPage();
      firstFrames.push(await openShow(page, url, kind));
      await page.waitForTimeout(settled_ms);
      const seen: number[] = [];
      for (let look = 0; look < looks; look++) {
        seen.push(await delayOf(page));
        await page.waitForTimeout(look_again_ms);
      }
      delays.push(middle(seen));
      await page.close();
    }
  });
  return { firstFrames, delays };
}

/** How often a picture that plays had to wait for more, in so long a time. */
export async function countWaits(url: string, kind: Kind, seconds: number): Promise<number> {
  return await withBrowser(async (browser) => {
    const page = await browser.newPage();
    await openShow(page, url, kind);
    await page.waitForTimeout(settled_ms);
    await page.evaluate("window.waits = 0");
    await page.waitForTimeout(seconds * 1000);
    return await page.evaluate("window.waits");
  });
}

export function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

// Media events do not bubble, but they are seen on their way down.
const watching = `
  window.waits = 0;
  document.addEventListener("waiting", () => window.waits++, true);
  document.addEventListener("loadeddata", () => window.firstFrame ??= Date.now(), true);`;

/** @returns how long the first frame took */
async function openShow(page: Page, url: string, kind: Kind): Promise<number> {
  let asked = 0;
  await page.addInitScript(watching);
  if (kind === "hls") await page.route("**/*.flv", (route) => route.abort());
  page.on("request", (request) => {
    if (request.url().includes(kind === "flv" ? ".flv" : ".m3u8")) asked ||= Date.now();
  });
  await page.goto(url);
  // The page's own policy forbids what waits inside of it.
  const giveUp = Date.now() + picture_ms_max;
  while (Date.now() < giveUp) {
    const shown = await page.evaluate<number | undefined>("window.firstFrame");
    if (shown) return shown - asked;
    await page.waitForTimeout(50);
  }
  throw new Error(`no picture came over ${kind}`);
}

/** How old the frame is that is on the screen. */
async function delayOf(page: Page): Promise<number> {
  const { width, height, square, bits } = burned;
  const { row, now } = await page.evaluate<{ row: number[]; now: number }>(`(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: ${width}, height: ${height} });
    const context = canvas.getContext("2d");
    context.drawImage(document.querySelector("video"), 0, 0, ${width}, ${height});
    const y = ${height - square / 2};
    const row = Array.from({ length: ${bits} }, (_, bit) =>
      context.getImageData((bit + 0.5) * ${square}, y, 1, 1).data[1]);
    return { row, now: Date.now() };
  })()`);
  return now - readBurned((x) => row[Math.floor(x * width / square)]! > 128, now);
}

async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: await provideChromium(),
    args: [...switches, "--autoplay-policy=no-user-gesture-required"],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
