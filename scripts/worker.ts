/**
 * Makes `.build/worker`, the application for Cloudflare Workers as wrangler.toml names it: the
 * Worker in one module, and the assets that are served before it is asked.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.ts";
import { made } from "./made.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const assets = join(root, ".build", "assets");

/** What Cloudflare sends with each asset; its name tells its content. */
const headers = "/assets/*\n  cache-control: public, max-age=31536000, immutable\n";

// The names of the assets are known when they are built, and the Worker reads no files.
const entry = `
import names from "../assets/manifest.json" with { type: "json" };
import { ShowRelay, ShowRoom, worker } from "../../edge/worker.ts";

export { ShowRelay, ShowRoom };
export default worker(names);
`;

/** What a schema's faults would be called in each language of the world: the shop has its own words. */
const unused = "../locales/index.js";

/** @returns the folder, which holds `worker.js` and `public` */
export async function buildWorker(): Promise<string> {
  await build();
  const inputs = ["edge", "src", "views", "deno.json", "deno.lock", "scripts/worker.ts"];
  return await made("worker", inputs, async (unfinished) => {
    await copyAssets(join(unfinished, "public"));
    const whole = join(unfinished, "whole", "worker.js");
    await write(join(unfinished, "entry.ts"), entry);
    await bundle(join(unfinished, "entry.ts"), whole, unused);
    await write(join(unfinished, "locales", "index.js"), "export {};\n");
    await bundle(whole, join(unfinished, "worker.js"));
  });
}

async function copyAssets(folder: string): Promise<void> {
  await write(join(folder, "_headers"), headers);
  await Deno.mkdir(join(folder, "assets"));
  const manifest = await Deno.readTextFile(join(assets, "manifest.json"));
  const files = Object.values<string>(JSON.parse(manifest));
  await Promise.all(
    files.map((file) => Deno.copyFile(join(assets, file), join(folder, "assets", file))),
  );
}

/** @param left imports that stay what they are */
async function bundle(entry: string, output: string, ...left: string[]): Promise<void> {
  const external = ["cloudflare:workers", "node:*", ...left].flatMap((one) => ["--external", one]);
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--platform=browser", "--minify", ...external],
      ...["--output", output, entry],
    ],
    cwd: root,
    stdout: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

async function write(path: string, text: string): Promise<void> {
  await Deno.mkdir(join(path, ".."), { recursive: true });
  await Deno.writeTextFile(path, text);
}

/** What the module weighs, in bytes, as it is and as it is sent. */
export async function weighWorker(): Promise<{ bytes: number; gzipped: number }> {
  const bytes = await Deno.readFile(join(await buildWorker(), "worker.js"));
  const zipped = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return { bytes: bytes.length, gzipped: (await new Response(zipped).bytes()).length };
}

if (import.meta.main) {
  const { bytes, gzipped } = await weighWorker();
  console.log(`.build/worker/worker.js: ${kB(bytes)}, ${kB(gzipped)} gz`);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
