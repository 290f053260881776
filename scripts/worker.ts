/**
 * Makes `.build/worker`, the application for Cloudflare Workers as wrangler.toml names it: the
 * Worker in modules, of which an isolate loads the first with what it needs to start and the others
 * when they are needed, and the assets that are served before it is asked.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { apiDocument } from "../edge/api_document.ts";
import { build } from "./build.ts";
import { hash, made } from "./made.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const assets = join(root, ".build", "assets");

/** What Cloudflare sends with each asset; its name tells its content. */
const headers = "/assets/*\n  cache-control: public, max-age=31536000, immutable\n";

// The names of the assets are known when they are built, and the Worker reads no files.
const entry = `
import names from "./names.json" with { type: "json" };
import { ShowRelay, ShowRoom, worker } from "../../edge/worker.ts";

export { ShowRelay, ShowRoom };
export default worker(names);
`;

/** @returns the folder, which holds `modules`, the first of which is `worker.js`, and `public` */
export async function buildWorker(): Promise<string> {
  await build();
  const inputs = ["edge", "src", "views", "deno.json", "deno.lock", "scripts/worker.ts"];
  return await made("worker", inputs, async (unfinished) => {
    const names = await publish(join(unfinished, "public"));
    await write(join(unfinished, "names.json"), JSON.stringify(names));
    await write(join(unfinished, "worker.ts"), entry);
    await bundle(join(unfinished, "worker.ts"), join(unfinished, "modules"));
  });
}

/** @returns the file of each asset, by its name */
async function publish(folder: string): Promise<Record<string, string>> {
  await write(join(folder, "_headers"), headers);
  const names = JSON.parse(await Deno.readTextFile(join(assets, "manifest.json")));
  await Deno.mkdir(join(folder, "assets"));
  await Promise.all(
    Object.values<string>(names).map((file) =>
      Deno.copyFile(join(assets, file), join(folder, "assets", file))
    ),
  );
  const document = JSON.stringify(await apiDocument());
  const digest = await hash(new TextEncoder().encode(document));
  const file = `openapi-${digest.slice(0, 10)}.json`;
  await write(join(folder, "assets", file), document);
  return { ...names, "openapi.json": file };
}

async function bundle(entry: string, folder: string): Promise<void> {
  const external = ["cloudflare:workers", "node:*"].flatMap((one) => ["--external", one]);
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--platform=browser", "--minify", "--code-splitting", ...external],
      ...[`--outdir=${folder}`, entry],
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

/** What an isolate may load to start. */
export const worker_gz_bytes_max = 250_000;

/** What modules weigh, in bytes, as they are and as they are sent. */
export interface Weight {
  readonly bytes: number;
  readonly gzipped: number;
}

/** What an isolate loads to start, and all that may be loaded. */
export async function weighWorker(): Promise<{ start: Weight; whole: Weight }> {
  const folder = join(await buildWorker(), "modules");
  const files = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
  return {
    start: await weigh(folder, await needed(folder, "worker.js")),
    whole: await weigh(folder, files),
  };
}

/** A module with all that it imports before it runs. */
async function needed(folder: string, first: string): Promise<string[]> {
  const found = new Set([first]);
  for (const file of found) {
    const text = await Deno.readTextFile(join(folder, file));
    for (const [, name = ""] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) found.add(name);
  }
  return [...found];
}

async function weigh(folder: string, files: readonly string[]): Promise<Weight> {
  const weights = await Promise.all(files.map(async (file) => {
    const bytes = await Deno.readFile(join(folder, file));
    const zipped = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
    return { bytes: bytes.length, gzipped: (await new Response(zipped).bytes()).length };
  }));
  return weights.reduce((sum, one) => ({
    bytes: sum.bytes + one.bytes,
    gzipped: sum.gzipped + one.gzipped,
  }));
}

if (import.meta.main) {
  const { start, whole } = await weighWorker();
  console.log(
    `.build/worker: ${kB(start.gzipped)} gz (${kB(start.bytes)}) to start, ` +
      `${kB(whole.gzipped)} gz in all`,
  );
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
