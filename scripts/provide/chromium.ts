import { aptInstall } from "./apt.ts";
import { firstFile, run } from "./run.ts";

/** What a browser is told that runs as root, without a screen and without the internet. */
export const switches: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser that is installed here, if any. `TEST_CHROMIUM` names another. */
export function findChromium(): string | undefined {
  const named = Deno.env.get("TEST_CHROMIUM");
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return firstFile(named ? [named] : usual);
}

/** Installs what is missing of a browser and of a font with Hangul, so that screenshots can be read. */
export async function provideChromium(): Promise<string> {
  const missing = [
    ...(findChromium() ? [] : ["chromium"]),
    ...(await hasHangul() ? [] : ["fonts-noto-cjk", "fontconfig"]),
  ];
  const refused = missing.length > 0 ? await aptInstall(missing) : undefined;
  const found = findChromium();
  if (!found) throw new Error(`Chromium cannot be provided: ${refused}`);
  return found;
}

async function hasHangul(): Promise<boolean> {
  const { ok, text } = await run("fc-list", [":lang=ko", "family"]);
  return ok && text !== "";
}
